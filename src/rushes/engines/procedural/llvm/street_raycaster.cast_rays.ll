; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source 0cdb3fefc3b24c190df5c4a2f819a43e
; entry street_raycaster.cast_rays.0(float32:2:C, int32:2:C, float64:2:C, float32:2:C, float32:2:C, float32:3:C, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64:2:C, float32:1:C, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float32:3:C, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64:3:C, float32:3:C, float32:3:C, int64, float32:3:C, float32:2:C, float64:3:C, int64:3:C, float32:1:C, float64:2:C, float32:2:C, float32:1:C) -> none
define void @street_raycaster.cast_rays.0(ptr %0) {
  %2 = alloca ptr, align 8
  %3 = load ptr, ptr %0, align 8
  %4 = getelementptr i8, ptr %0, i64 16
  %5 = load i64, ptr %4, align 8
  %6 = getelementptr i8, ptr %0, i64 40
  %7 = load ptr, ptr %6, align 8
  %8 = getelementptr i8, ptr %0, i64 56
  %9 = load i64, ptr %8, align 8
  %10 = getelementptr i8, ptr %0, i64 80
  %11 = load ptr, ptr %10, align 8
  %12 = getelementptr i8, ptr %0, i64 88
  %13 = load i64, ptr %12, align 8
  %14 = getelementptr i8, ptr %0, i64 96
  %15 = load i64, ptr %14, align 8
  %16 = getelementptr i8, ptr %0, i64 120
  %17 = load ptr, ptr %16, align 8
  %18 = getelementptr i8, ptr %0, i64 136
  %19 = load i64, ptr %18, align 8
  %20 = getelementptr i8, ptr %0, i64 160
  %21 = load ptr, ptr %20, align 8
  %22 = getelementptr i8, ptr %0, i64 176
  %23 = load i64, ptr %22, align 8
  %24 = getelementptr i8, ptr %0, i64 200
  %25 = load ptr, ptr %24, align 8
  %26 = getelementptr i8, ptr %0, i64 216
  %27 = load i64, ptr %26, align 8
  %28 = getelementptr i8, ptr %0, i64 224
  %29 = load i64, ptr %28, align 8
  %30 = getelementptr i8, ptr %0, i64 256
  %31 = load double, ptr %30, align 8
  %32 = getelementptr i8, ptr %0, i64 264
  %33 = load double, ptr %32, align 8
  %34 = getelementptr i8, ptr %0, i64 272
  %35 = load double, ptr %34, align 8
  %36 = getelementptr i8, ptr %0, i64 280
  %37 = load double, ptr %36, align 8
  %38 = getelementptr i8, ptr %0, i64 288
  %39 = load double, ptr %38, align 8
  %40 = getelementptr i8, ptr %0, i64 352
  %41 = load ptr, ptr %40, align 8
  %42 = getelementptr i8, ptr %0, i64 368
  %43 = load i64, ptr %42, align 8
  %44 = getelementptr i8, ptr %0, i64 392
  %45 = load ptr, ptr %44, align 8
  %46 = getelementptr i8, ptr %0, i64 400
  %47 = load i64, ptr %46, align 8
  %48 = getelementptr i8, ptr %0, i64 416
  %49 = load double, ptr %48, align 8
  %50 = getelementptr i8, ptr %0, i64 424
  %51 = load double, ptr %50, align 8
  %52 = getelementptr i8, ptr %0, i64 432
  %53 = load double, ptr %52, align 8
  %54 = getelementptr i8, ptr %0, i64 440
  %55 = load double, ptr %54, align 8
  %56 = getelementptr i8, ptr %0, i64 448
  %57 = load double, ptr %56, align 8
  %58 = getelementptr i8, ptr %0, i64 456
  %59 = load double, ptr %58, align 8
  %60 = getelementptr i8, ptr %0, i64 464
  %61 = load double, ptr %60, align 8
  %62 = getelementptr i8, ptr %0, i64 472
  %63 = load double, ptr %62, align 8
  %64 = getelementptr i8, ptr %0, i64 480
  %65 = load double, ptr %64, align 8
  %66 = getelementptr i8, ptr %0, i64 488
  %67 = load double, ptr %66, align 8
  %68 = getelementptr i8, ptr %0, i64 496
  %69 = load double, ptr %68, align 8
  %70 = getelementptr i8, ptr %0, i64 504
  %71 = load double, ptr %70, align 8
  %72 = getelementptr i8, ptr %0, i64 512
  %73 = load ptr, ptr %72, align 8
  %74 = getelementptr i8, ptr %0, i64 520
  %75 = load i64, ptr %74, align 8
  %76 = getelementptr i8, ptr %0, i64 528
  %77 = load i64, ptr %76, align 8
  %78 = getelementptr i8, ptr %0, i64 536
  %79 = load i64, ptr %78, align 8
  %80 = getelementptr i8, ptr %0, i64 568
  %81 = load double, ptr %80, align 8
  %82 = getelementptr i8, ptr %0, i64 576
  %83 = load double, ptr %82, align 8
  %84 = getelementptr i8, ptr %0, i64 584
  %85 = load double, ptr %84, align 8
  %86 = getelementptr i8, ptr %0, i64 592
  %87 = load double, ptr %86, align 8
  %88 = getelementptr i8, ptr %0, i64 600
  %89 = load double, ptr %88, align 8
  %90 = getelementptr i8, ptr %0, i64 608
  %91 = load double, ptr %90, align 8
  %92 = getelementptr i8, ptr %0, i64 616
  %93 = load double, ptr %92, align 8
  %94 = getelementptr i8, ptr %0, i64 624
  %95 = load double, ptr %94, align 8
  %96 = getelementptr i8, ptr %0, i64 632
  %97 = load double, ptr %96, align 8
  %98 = getelementptr i8, ptr %0, i64 640
  %99 = load double, ptr %98, align 8
  %100 = getelementptr i8, ptr %0, i64 648
  %101 = load double, ptr %100, align 8
  %102 = getelementptr i8, ptr %0, i64 656
  %103 = load double, ptr %102, align 8
  %104 = getelementptr i8, ptr %0, i64 664
  %105 = load double, ptr %104, align 8
  %106 = getelementptr i8, ptr %0, i64 672
  %107 = load double, ptr %106, align 8
  %108 = getelementptr i8, ptr %0, i64 680
  %109 = load double, ptr %108, align 8
  %110 = getelementptr i8, ptr %0, i64 688
  %111 = load double, ptr %110, align 8
  %112 = getelementptr i8, ptr %0, i64 696
  %113 = load double, ptr %112, align 8
  %114 = getelementptr i8, ptr %0, i64 704
  %115 = load double, ptr %114, align 8
  %116 = getelementptr i8, ptr %0, i64 712
  %117 = load double, ptr %116, align 8
  %118 = getelementptr i8, ptr %0, i64 720
  %119 = load double, ptr %118, align 8
  %120 = getelementptr i8, ptr %0, i64 728
  %121 = load double, ptr %120, align 8
  %122 = getelementptr i8, ptr %0, i64 736
  %123 = load double, ptr %122, align 8
  %124 = getelementptr i8, ptr %0, i64 744
  %125 = load double, ptr %124, align 8
  %126 = getelementptr i8, ptr %0, i64 752
  %127 = load double, ptr %126, align 8
  %128 = getelementptr i8, ptr %0, i64 760
  %129 = load double, ptr %128, align 8
  %130 = getelementptr i8, ptr %0, i64 768
  %131 = load double, ptr %130, align 8
  %132 = getelementptr i8, ptr %0, i64 776
  %133 = load double, ptr %132, align 8
  %134 = getelementptr i8, ptr %0, i64 784
  %135 = load double, ptr %134, align 8
  %136 = getelementptr i8, ptr %0, i64 792
  %137 = load double, ptr %136, align 8
  %138 = getelementptr i8, ptr %0, i64 800
  %139 = load double, ptr %138, align 8
  %140 = getelementptr i8, ptr %0, i64 808
  %141 = load double, ptr %140, align 8
  %142 = getelementptr i8, ptr %0, i64 816
  %143 = load double, ptr %142, align 8
  %144 = getelementptr i8, ptr %0, i64 824
  %145 = load ptr, ptr %144, align 8
  %146 = getelementptr i8, ptr %0, i64 832
  %147 = load i64, ptr %146, align 8
  %148 = getelementptr i8, ptr %0, i64 840
  %149 = load i64, ptr %148, align 8
  %150 = getelementptr i8, ptr %0, i64 848
  %151 = load i64, ptr %150, align 8
  %152 = getelementptr i8, ptr %0, i64 880
  %153 = load ptr, ptr %152, align 8
  %154 = getelementptr i8, ptr %0, i64 888
  %155 = load i64, ptr %154, align 8
  %156 = getelementptr i8, ptr %0, i64 896
  %157 = load i64, ptr %156, align 8
  %158 = getelementptr i8, ptr %0, i64 904
  %159 = load i64, ptr %158, align 8
  %160 = getelementptr i8, ptr %0, i64 936
  %161 = load ptr, ptr %160, align 8
  %162 = getelementptr i8, ptr %0, i64 952
  %163 = load i64, ptr %162, align 8
  %164 = getelementptr i8, ptr %0, i64 960
  %165 = load i64, ptr %164, align 8
  %166 = getelementptr i8, ptr %0, i64 992
  %167 = load i64, ptr %166, align 8
  %168 = getelementptr i8, ptr %0, i64 1000
  %169 = load ptr, ptr %168, align 8
  %170 = getelementptr i8, ptr %0, i64 1008
  %171 = load i64, ptr %170, align 8
  %172 = getelementptr i8, ptr %0, i64 1016
  %173 = load i64, ptr %172, align 8
  %174 = getelementptr i8, ptr %0, i64 1024
  %175 = load i64, ptr %174, align 8
  %176 = getelementptr i8, ptr %0, i64 1056
  %177 = load ptr, ptr %176, align 8
  %178 = getelementptr i8, ptr %0, i64 1064
  %179 = load i64, ptr %178, align 8
  %180 = getelementptr i8, ptr %0, i64 1072
  %181 = load i64, ptr %180, align 8
  %182 = getelementptr i8, ptr %0, i64 1096
  %183 = load ptr, ptr %182, align 8
  %184 = getelementptr i8, ptr %0, i64 1112
  %185 = load i64, ptr %184, align 8
  %186 = getelementptr i8, ptr %0, i64 1120
  %187 = load i64, ptr %186, align 8
  %188 = getelementptr i8, ptr %0, i64 1152
  %189 = load ptr, ptr %188, align 8
  %190 = getelementptr i8, ptr %0, i64 1168
  %191 = load i64, ptr %190, align 8
  %192 = getelementptr i8, ptr %0, i64 1176
  %193 = load i64, ptr %192, align 8
  %194 = getelementptr i8, ptr %0, i64 1208
  %195 = load ptr, ptr %194, align 8
  %196 = getelementptr i8, ptr %0, i64 1216
  %197 = load i64, ptr %196, align 8
  %198 = getelementptr i8, ptr %0, i64 1232
  %199 = load ptr, ptr %198, align 8
  %200 = getelementptr i8, ptr %0, i64 1240
  %201 = load i64, ptr %200, align 8
  %202 = getelementptr i8, ptr %0, i64 1248
  %203 = load i64, ptr %202, align 8
  %204 = getelementptr i8, ptr %0, i64 1272
  %205 = load ptr, ptr %204, align 8
  %206 = getelementptr i8, ptr %0, i64 1280
  %207 = load i64, ptr %206, align 8
  %208 = getelementptr i8, ptr %0, i64 1288
  %209 = load i64, ptr %208, align 8
  %210 = getelementptr i8, ptr %0, i64 1312
  %211 = load ptr, ptr %210, align 8
  call fastcc void @0(ptr %2, ptr %3, i64 %5, ptr %7, i64 %9, ptr %11, i64 %13, i64 %15, ptr %17, i64 %19, ptr %21, i64 %23, ptr %25, i64 %27, i64 %29, double %31, double %33, double %35, double %37, double %39, ptr %41, i64 %43, ptr %45, i64 %47, double %49, double %51, double %53, double %55, double %57, double %59, double %61, double %63, double %65, double %67, double %69, double %71, ptr %73, i64 %75, i64 %77, i64 %79, double %81, double %83, double %85, double %87, double %89, double %91, double %93, double %95, double %97, double %99, double %101, double %103, double %105, double %107, double %109, double %111, double %113, double %115, double %117, double %119, double %121, double %123, double %125, double %127, double %129, double %131, double %133, double %135, double %137, double %139, double %141, double %143, ptr %145, i64 %147, i64 %149, i64 %151, ptr %153, i64 %155, i64 %157, i64 %159, ptr %161, i64 %163, i64 %165, i64 %167, ptr %169, i64 %171, i64 %173, i64 %175, ptr %177, i64 %179, i64 %181, ptr %183, i64 %185, i64 %187, ptr %189, i64 %191, i64 %193, ptr %195, i64 %197, ptr %199, i64 %201, i64 %203, ptr %205, i64 %207, i64 %209, ptr %211)
  ret void
}
define internal fastcc void @0(ptr noalias %0, ptr %1, i64 %2, ptr %3, i64 %4, ptr %5, i64 %6, i64 %7, ptr %8, i64 %9, ptr %10, i64 %11, ptr %12, i64 %13, i64 %14, double %15, double %16, double %17, double %18, double %19, ptr %20, i64 %21, ptr %22, i64 %23, double %24, double %25, double %26, double %27, double %28, double %29, double %30, double %31, double %32, double %33, double %34, double %35, ptr %36, i64 %37, i64 %38, i64 %39, double %40, double %41, double %42, double %43, double %44, double %45, double %46, double %47, double %48, double %49, double %50, double %51, double %52, double %53, double %54, double %55, double %56, double %57, double %58, double %59, double %60, double %61, double %62, double %63, double %64, double %65, double %66, double %67, double %68, double %69, double %70, double %71, ptr %72, i64 %73, i64 %74, i64 %75, ptr %76, i64 %77, i64 %78, i64 %79, ptr %80, i64 %81, i64 %82, i64 %83, ptr %84, i64 %85, i64 %86, i64 %87, ptr %88, i64 %89, i64 %90, ptr %91, i64 %92, i64 %93, ptr %94, i64 %95, i64 %96, ptr %97, i64 %98, ptr %99, i64 %100, i64 %101, ptr %102, i64 %103, i64 %104, ptr %105) {
  %107 = alloca ptr, align 8
  %108 = alloca ptr, align 8
  %109 = alloca ptr, align 8
  store ptr null, ptr %109, align 8
  %110 = alloca ptr, align 8
  store ptr null, ptr %110, align 8
  %111 = icmp eq i64 %83, 1
  %112 = select i1 %111, float 0x3FCCCCCCE0000000, float 0x3FB3333340000000
  %113 = fcmp olt double %59, 0x3EB0C6F7A0B5ED8D
  %114 = select i1 %113, double 0x3EB0C6F7A0B5ED8D, double %59
  %115 = fdiv double 7.000000e+00, %114
  %116 = fcmp olt double %115, 1.350000e+03
  %117 = select i1 %116, double %115, double 1.350000e+03
  %118 = mul i64 %93, %92
  %119 = getelementptr double, ptr %91, i64 %118
  %120 = shl i64 %118, 4
  %121 = getelementptr i8, ptr %91, i64 %120
  %122 = mul i64 %96, %95
  %123 = getelementptr i64, ptr %94, i64 %122
  %124 = shl i64 %122, 4
  %125 = getelementptr i8, ptr %94, i64 %124
  %126 = getelementptr i64, ptr %125, i64 %96
  %127 = mul i64 %118, 24
  %128 = getelementptr i8, ptr %91, i64 %127
  %129 = getelementptr double, ptr %128, i64 %93
  %130 = shl i64 %93, 4
  %131 = getelementptr i8, ptr %128, i64 %130
  %132 = add nuw i64 %86, 63
  %133 = lshr i64 %132, 6
  %134 = icmp slt i64 %86, 1
  %135 = icmp eq i64 %133, 0
  %136 = select i1 %134, i1 true, i1 %135
  br i1 %136, label %3121, label %137
137:
  %138 = shl nsw i64 %83, 2
  %139 = uitofp i64 %86 to double
  %140 = sitofp i64 %83 to double
  %141 = fmul double %139, 5.000000e-01
  %142 = sitofp i64 %85 to double
  %143 = fdiv double %63, 3.000000e+00
  %144 = tail call double @llvm.floor.f64(double %143)
  %145 = fptosi double %144 to i64
  %146 = fdiv double %65, 3.000000e+00
  %147 = tail call double @llvm.floor.f64(double %146)
  %148 = fptosi double %147 to i64
  %149 = and i64 %148, 511
  %150 = and i64 %145, 511
  %151 = mul i64 %149, %2
  %152 = getelementptr float, ptr %1, i64 %151
  %153 = getelementptr float, ptr %152, i64 %150
  %154 = mul i64 %149, %4
  %155 = getelementptr i32, ptr %3, i64 %154
  %156 = getelementptr i32, ptr %155, i64 %150
  %157 = icmp sgt i64 %85, 0
  %158 = add nsw i64 %85, -1
  %159 = tail call i64 @llvm.smax.i64(i64 %85, i64 0)
  %160 = icmp slt i64 %85, 1
  %161 = mul i64 %87, %86
  %162 = tail call i64 @llvm.smax.i64(i64 %83, i64 0)
  %163 = icmp slt i64 %83, 1
  %164 = add i64 %83, -1
  %165 = tail call i64 @llvm.smax.i64(i64 %164, i64 0)
  %166 = icmp slt i64 %164, 1
  %167 = sub nsw i64 128, %138
  %168 = icmp sgt i64 %83, 0
  %169 = fmul double %26, -3.400000e-01
  %170 = mul i64 %21, 24
  %171 = getelementptr i8, ptr %20, i64 %170
  %172 = shl i64 %21, 4
  %173 = getelementptr i8, ptr %20, i64 %172
  %174 = getelementptr double, ptr %20, i64 %21
  %175 = shl i64 %21, 5
  %176 = getelementptr i8, ptr %20, i64 %175
  %177 = fcmp ogt double %25, 0.000000e+00
  %178 = fmul double %31, 6.000000e-01
  %179 = fmul double %178, %62
  %180 = fmul double %32, 6.000000e-01
  %181 = fmul double %180, %62
  %182 = mul i64 %21, 40
  %183 = getelementptr i8, ptr %20, i64 %182
  %184 = getelementptr i8, ptr %183, i64 8
  %185 = getelementptr i8, ptr %183, i64 16
  %186 = fmul double %31, %62
  %187 = fmul double %32, %62
  %188 = fmul double %31, 1.100000e-01
  %189 = fmul double %188, %62
  %190 = fmul double %62, 7.000000e-02
  %191 = fmul double %31, %190
  %192 = fsub double 1.000000e+00, %24
  %193 = fmul double %18, 2.000000e-02
  %194 = fmul double %19, 2.000000e-02
  %195 = mul i64 %21, 48
  %196 = getelementptr i8, ptr %20, i64 %195
  %197 = getelementptr i8, ptr %196, i64 8
  %198 = getelementptr i8, ptr %196, i64 16
  %199 = fcmp ogt double %28, 0.000000e+00
  %200 = fmul double %29, 1.350000e-02
  %201 = fadd double %200, 1.200000e-02
  %202 = fcmp olt double %30, 1.200000e-03
  %203 = select i1 %202, double 1.200000e-03, double %30
  %204 = fcmp ogt double %29, 5.000000e-01
  %205 = mul i64 %21, 56
  %206 = getelementptr i8, ptr %20, i64 %205
  %207 = getelementptr i8, ptr %206, i64 8
  %208 = getelementptr i8, ptr %206, i64 16
  %209 = fcmp ogt double %27, 0.000000e+00
  %210 = fmul double %30, 6.200000e-01
  %211 = fcmp ogt double %210, 6.000000e-04
  %212 = select i1 %211, double %210, double 6.000000e-04
  %213 = fdiv double 6.000000e-04, %212
  %214 = zext i1 %111 to i8
  %215 = fdiv double 1.000000e+00, %70
  %216 = mul i64 %14, %13
  %217 = fmul double %215, -2.000000e-02
  %218 = icmp slt i64 %7, 7
  %219 = fcmp ogt double %60, 0.000000e+00
  %220 = fmul double %60, 1.200000e-01
  %221 = add nsw i64 %74, -1
  %222 = sitofp i64 %74 to double
  %223 = fdiv double %222, %139
  %224 = fmul double %57, 4.000000e-01
  %225 = fsub double 1.000000e+00, %224
  %226 = tail call i64 @llvm.smin.i64(i64 %74, i64 0)
  %227 = icmp eq i64 %83, 0
  %228 = shl nsw i64 %83, 1
  %229 = icmp slt i64 %83, 0
  br label %232
230:
  %231 = icmp sgt i64 %233, 1
  br i1 %231, label %232, label %3121
232:
  %233 = phi i64 [ %133, %137 ], [ %235, %230 ]
  %234 = phi i64 [ 0, %137 ], [ %236, %230 ]
  %235 = add nsw i64 %233, -1
  %236 = add nuw i64 %234, 64
  %237 = tail call i64 @llvm.smin.i64(i64 %86, i64 %236)
  %238 = sub nsw i64 %237, %234
  %239 = mul nsw i64 %238, %83
  %240 = tail call i64 @llvm.smax.i64(i64 %239, i64 0)
  %241 = icmp slt i64 %239, 1
  br i1 %241, label %244, label %242
242:
  %243 = sitofp i64 %234 to double
  br label %3125
244:
  %245 = tail call i64 @llvm.smax.i64(i64 %238, i64 0)
  %246 = icmp slt i64 %238, 1
  %247 = add nsw i64 %237, -1
  %248 = shl nuw i64 %240, 1
  %249 = icmp sgt i64 %248, 0
  br label %251
250:
  br i1 %253, label %230, label %251
251:
  %252 = phi i1 [ true, %244 ], [ false, %250 ]
  %253 = phi i1 [ false, %244 ], [ true, %250 ]
  %254 = phi i64 [ 0, %244 ], [ 1, %250 ]
  br i1 %241, label %270, label %3298
255:
  %256 = add nsw i64 %3300, -1
  %257 = add nuw nsw i64 %3301, 1
  %258 = getelementptr i64, ptr %125, i64 %3301
  %259 = load i64, ptr %258, align 8
  %260 = icmp sgt i64 %259, 0
  br i1 %260, label %261, label %265
261:
  %262 = mul i64 %3301, %93
  %263 = getelementptr double, ptr %91, i64 %262
  %264 = load double, ptr %263, align 8
  br label %265
265:
  %266 = phi double [ %264, %261 ], [ -1.000000e+00, %255 ]
  %267 = getelementptr double, ptr %128, i64 %3301
  store double %266, ptr %267, align 8
  %268 = icmp sgt i64 %3300, 1
  %269 = add i64 %3299, 2
  br i1 %268, label %3298, label %270
270:
  br i1 %246, label %271, label %3313
271:
  br i1 %160, label %3119, label %275
272:
  %273 = phi i64 [ %276, %275 ], [ %3123, %3122 ]
  %274 = icmp sgt i64 %277, 1
  br i1 %274, label %275, label %3119
275:
  %276 = phi i64 [ %273, %272 ], [ 0, %271 ]
  %277 = phi i64 [ %279, %272 ], [ %159, %271 ]
  %278 = phi i64 [ %280, %272 ], [ %158, %271 ]
  %279 = add nsw i64 %277, -1
  %280 = add i64 %278, -1
  %281 = add i64 %278, %254
  %282 = and i64 %281, 1
  %283 = or i64 %282, %234
  %284 = sub i64 %237, %283
  %285 = and i64 %284, 1
  %286 = lshr i64 %284, 1
  %287 = add nuw nsw i64 %286, %285
  %288 = icmp slt i64 %284, 1
  %289 = icmp eq i64 %287, 0
  %290 = select i1 %288, i1 true, i1 %289
  br i1 %290, label %272, label %291
291:
  %292 = icmp slt i64 %278, 1
  %293 = icmp sge i64 %278, %158
  %294 = mul i64 %280, %90
  %295 = getelementptr float, ptr %88, i64 %294
  %296 = add nuw nsw i64 %278, 1
  %297 = mul i64 %296, %90
  %298 = getelementptr float, ptr %88, i64 %297
  %299 = mul i64 %278, %90
  %300 = getelementptr float, ptr %88, i64 %299
  %301 = mul i64 %280, %161
  %302 = getelementptr float, ptr %84, i64 %301
  %303 = mul i64 %296, %161
  %304 = getelementptr float, ptr %84, i64 %303
  %305 = mul i64 %278, %161
  %306 = getelementptr float, ptr %84, i64 %305
  %307 = sitofp i64 %278 to double
  %308 = fadd double %307, 1.000000e+00
  %309 = fadd double %308, -1.000000e-09
  %310 = icmp slt i64 %278, 0
  %311 = select i1 %310, i64 %85, i64 0
  %312 = add i64 %311, %278
  %313 = mul i64 %161, %312
  %314 = getelementptr float, ptr %84, i64 %313
  %315 = fadd double %307, 5.000000e-01
  %316 = sitofp i64 %278 to float
  %317 = fptrunc double %315 to float
  %318 = select i1 %310, i64 %89, i64 0
  %319 = add i64 %318, %278
  %320 = mul i64 %319, %90
  %321 = getelementptr float, ptr %88, i64 %320
  %322 = fadd double %307, 0x3EB0C6F7A0B5ED8D
  br label %323
323:
  %324 = phi i64 [ %276, %291 ], [ %3123, %3122 ]
  %325 = phi i64 [ %287, %291 ], [ %327, %3122 ]
  %326 = phi i64 [ %283, %291 ], [ %328, %3122 ]
  %327 = add nsw i64 %325, -1
  %328 = add i64 %326, 2
  %329 = icmp sge i64 %234, %326
  %330 = icmp sge i64 %326, %247
  %331 = select i1 %252, i1 true, i1 %329
  %332 = select i1 %331, i1 true, i1 %330
  %333 = or i1 %332, %292
  %334 = select i1 %333, i1 true, i1 %293
  br i1 %334, label %497, label %335
335:
  %336 = icmp slt i64 %326, 0
  %337 = select i1 %336, i64 %90, i64 0
  %338 = add i64 %337, %326
  %339 = getelementptr float, ptr %295, i64 %338
  %340 = load float, ptr %339, align 4
  %341 = getelementptr float, ptr %298, i64 %338
  %342 = load float, ptr %341, align 4
  %343 = add nsw i64 %326, -1
  %344 = icmp slt i64 %326, 1
  %345 = select i1 %344, i64 %90, i64 0
  %346 = getelementptr float, ptr %300, i64 %343
  %347 = getelementptr float, ptr %346, i64 %345
  %348 = load float, ptr %347, align 4
  %349 = add nsw i64 %326, 1
  %350 = icmp slt i64 %326, -1
  %351 = select i1 %350, i64 %90, i64 0
  %352 = getelementptr float, ptr %300, i64 %349
  %353 = getelementptr float, ptr %352, i64 %351
  %354 = load float, ptr %353, align 4
  %355 = fcmp ogt float %342, %340
  %356 = select i1 %355, float %342, float %340
  %357 = fcmp ogt float %348, %356
  %358 = select i1 %357, float %348, float %356
  %359 = fcmp ogt float %354, %358
  %360 = select i1 %359, float %354, float %358
  %361 = fcmp olt float %342, %340
  %362 = select i1 %361, float %342, float %340
  %363 = fcmp olt float %348, %362
  %364 = select i1 %363, float %348, float %362
  %365 = fcmp olt float %354, %364
  %366 = select i1 %365, float %354, float %364
  %367 = fsub float %360, %366
  %368 = fpext float %360 to double
  %369 = fmul double %368, 2.000000e-01
  %370 = fpext float %367 to double
  %371 = fcmp olt double %369, %370
  br i1 %371, label %497, label %372
372:
  %373 = select i1 %336, i64 %86, i64 0
  %374 = add i64 %373, %326
  %375 = mul i64 %374, %87
  %376 = getelementptr float, ptr %302, i64 %375
  %377 = load float, ptr %376, align 4
  %378 = getelementptr float, ptr %304, i64 %375
  %379 = load float, ptr %378, align 4
  %380 = fsub float %377, %379
  %381 = tail call float @llvm.fabs.f32(float %380)
  %382 = fadd float %377, %379
  %383 = fmul float %112, %382
  %384 = fadd float %383, 0x3F747AE140000000
  %385 = fcmp ole float %381, %384
  %386 = getelementptr i8, ptr %376, i64 4
  %387 = load float, ptr %386, align 4
  %388 = getelementptr i8, ptr %378, i64 4
  %389 = load float, ptr %388, align 4
  %390 = fsub float %387, %389
  %391 = tail call float @llvm.fabs.f32(float %390)
  %392 = fadd float %387, %389
  %393 = fmul float %112, %392
  %394 = fadd float %393, 0x3F747AE140000000
  %395 = fcmp ole float %391, %394
  %396 = getelementptr i8, ptr %376, i64 8
  %397 = load float, ptr %396, align 4
  %398 = getelementptr i8, ptr %378, i64 8
  %399 = load float, ptr %398, align 4
  %400 = and i1 %385, %395
  %401 = fsub float %397, %399
  %402 = tail call float @llvm.fabs.f32(float %401)
  %403 = fadd float %397, %399
  %404 = fmul float %112, %403
  %405 = fadd float %404, 0x3F747AE140000000
  %406 = fcmp ole float %402, %405
  %407 = and i1 %400, %406
  %408 = select i1 %344, i64 %86, i64 0
  %409 = add i64 %408, %343
  %410 = mul i64 %409, %87
  %411 = getelementptr float, ptr %306, i64 %410
  %412 = load float, ptr %411, align 4
  %413 = select i1 %350, i64 %86, i64 0
  %414 = add i64 %413, %349
  %415 = mul i64 %414, %87
  %416 = getelementptr float, ptr %306, i64 %415
  %417 = load float, ptr %416, align 4
  %418 = fsub float %412, %417
  %419 = tail call float @llvm.fabs.f32(float %418)
  %420 = fadd float %412, %417
  %421 = fmul float %112, %420
  %422 = fadd float %421, 0x3F747AE140000000
  %423 = fcmp ole float %419, %422
  %424 = getelementptr i8, ptr %411, i64 4
  %425 = load float, ptr %424, align 4
  %426 = getelementptr i8, ptr %416, i64 4
  %427 = load float, ptr %426, align 4
  %428 = fsub float %425, %427
  %429 = tail call float @llvm.fabs.f32(float %428)
  %430 = fadd float %425, %427
  %431 = fmul float %112, %430
  %432 = fadd float %431, 0x3F747AE140000000
  %433 = fcmp ole float %429, %432
  %434 = getelementptr i8, ptr %411, i64 8
  %435 = load float, ptr %434, align 4
  %436 = getelementptr i8, ptr %416, i64 8
  %437 = load float, ptr %436, align 4
  %438 = and i1 %423, %433
  %439 = fsub float %435, %437
  %440 = tail call float @llvm.fabs.f32(float %439)
  %441 = fadd float %435, %437
  %442 = fmul float %112, %441
  %443 = fadd float %442, 0x3F747AE140000000
  %444 = fcmp ole float %440, %443
  %445 = and i1 %438, %444
  %446 = or i1 %407, %445
  br i1 %446, label %447, label %497
447:
  %448 = and i1 %407, %445
  br i1 %448, label %449, label %470
449:
  %450 = fsub float %377, %412
  %451 = tail call float @llvm.fabs.f32(float %450)
  %452 = fadd float %377, %412
  %453 = fmul float %112, %452
  %454 = fadd float %453, 0x3F747AE140000000
  %455 = fcmp ole float %451, %454
  %456 = fsub float %387, %425
  %457 = tail call float @llvm.fabs.f32(float %456)
  %458 = fadd float %387, %425
  %459 = fmul float %112, %458
  %460 = fadd float %459, 0x3F747AE140000000
  %461 = fcmp ole float %457, %460
  %462 = and i1 %455, %461
  %463 = fsub float %397, %435
  %464 = tail call float @llvm.fabs.f32(float %463)
  %465 = fadd float %397, %435
  %466 = fmul float %112, %465
  %467 = fadd float %466, 0x3F747AE140000000
  %468 = fcmp ole float %464, %467
  %469 = and i1 %462, %468
  br i1 %469, label %470, label %497
470:
  %471 = select i1 %445, float 2.500000e-01, float 5.000000e-01
  %472 = select i1 %407, float %471, float 0.000000e+00
  %473 = fsub float 5.000000e-01, %472
  %474 = getelementptr float, ptr %306, i64 %375
  br label %479
475:
  %476 = fadd float %348, %354
  %477 = fmul float %476, 5.000000e-01
  %478 = getelementptr float, ptr %300, i64 %338
  store float %477, ptr %478, align 4
  br label %3122
479:
  %480 = phi i64 [ 0, %470 ], [ %481, %479 ]
  %481 = add nuw nsw i64 %480, 1
  %482 = getelementptr float, ptr %376, i64 %480
  %483 = load float, ptr %482, align 4
  %484 = getelementptr float, ptr %378, i64 %480
  %485 = load float, ptr %484, align 4
  %486 = fadd float %483, %485
  %487 = fmul float %472, %486
  %488 = getelementptr float, ptr %411, i64 %480
  %489 = load float, ptr %488, align 4
  %490 = getelementptr float, ptr %416, i64 %480
  %491 = load float, ptr %490, align 4
  %492 = fadd float %489, %491
  %493 = fmul float %473, %492
  %494 = fadd float %487, %493
  %495 = getelementptr float, ptr %474, i64 %480
  store float %494, ptr %495, align 4
  %496 = icmp eq i64 %481, 3
  br i1 %496, label %475, label %479
497:
  %498 = sub nsw i64 %326, %234
  %499 = mul nsw i64 %498, %83
  %500 = icmp slt i64 %498, 0
  %501 = select i1 %500, i64 %93, i64 0
  %502 = add i64 %501, %498
  %503 = getelementptr double, ptr %131, i64 %502
  %504 = load double, ptr %503, align 8
  %505 = fcmp ogt double %504, %307
  br i1 %505, label %506, label %592
506:
  br i1 %163, label %559, label %507
507:
  %508 = getelementptr double, ptr %129, i64 %502
  br label %3321
509:
  %510 = select i1 %3326, i64 %96, i64 0
  %511 = add i64 %510, %3323
  %512 = getelementptr i64, ptr %126, i64 %511
  %513 = load i64, ptr %512, align 8
  %514 = getelementptr i64, ptr %125, i64 %511
  %515 = load i64, ptr %514, align 8
  %516 = icmp slt i64 %513, %515
  br i1 %516, label %517, label %541
517:
  %518 = select i1 %3326, i64 %92, i64 0
  %519 = add i64 %518, %3323
  %520 = icmp slt i64 %513, 0
  %521 = select i1 %520, i64 %93, i64 0
  %522 = mul i64 %519, %93
  %523 = getelementptr double, ptr %91, i64 %522
  %524 = getelementptr double, ptr %523, i64 %513
  %525 = getelementptr double, ptr %524, i64 %521
  %526 = load double, ptr %525, align 8
  %527 = fcmp ult double %526, %309
  br i1 %527, label %541, label %528
528:
  %529 = add nsw i64 %515, -1
  br label %530
530:
  %531 = phi i64 [ %534, %533 ], [ %513, %528 ]
  %532 = icmp eq i64 %531, %529
  br i1 %532, label %541, label %533
533:
  %534 = add nsw i64 %531, 1
  %535 = icmp slt i64 %531, -1
  %536 = select i1 %535, i64 %93, i64 0
  %537 = getelementptr double, ptr %523, i64 %534
  %538 = getelementptr double, ptr %537, i64 %536
  %539 = load double, ptr %538, align 8
  %540 = fcmp ult double %539, %309
  br i1 %540, label %541, label %530
541:
  %542 = phi i64 [ %513, %517 ], [ %513, %509 ], [ %534, %533 ], [ %515, %530 ]
  store i64 %542, ptr %512, align 8
  %543 = load i64, ptr %514, align 8
  %544 = icmp slt i64 %542, %543
  br i1 %544, label %545, label %555
545:
  %546 = select i1 %3326, i64 %92, i64 0
  %547 = add i64 %546, %3323
  %548 = icmp slt i64 %542, 0
  %549 = select i1 %548, i64 %93, i64 0
  %550 = mul i64 %547, %93
  %551 = getelementptr double, ptr %91, i64 %550
  %552 = getelementptr double, ptr %551, i64 %542
  %553 = getelementptr double, ptr %552, i64 %549
  %554 = load double, ptr %553, align 8
  br label %555
555:
  %556 = phi double [ %554, %545 ], [ -1.000000e+00, %541 ]
  store double %556, ptr %3329, align 8
  store double -2.000000e+00, ptr %508, align 8
  br label %557
557:
  %558 = icmp sgt i64 %3322, 1
  br i1 %558, label %3321, label %559
559:
  %560 = getelementptr double, ptr %129, i64 %502
  %561 = load double, ptr %560, align 8
  %562 = fcmp oeq double %561, -2.000000e+00
  br i1 %562, label %565, label %563
563:
  %564 = load double, ptr %503, align 8
  br label %592
565:
  %566 = icmp slt i64 %499, 0
  %567 = select i1 %566, i64 %93, i64 0
  %568 = getelementptr double, ptr %128, i64 %499
  %569 = getelementptr double, ptr %568, i64 %567
  %570 = load double, ptr %569, align 8
  store double 1.000000e+00, ptr %560, align 8
  br i1 %166, label %590, label %571
571:
  %572 = select i1 %566, i64 %96, i64 0
  %573 = getelementptr i64, ptr %126, i64 %499
  %574 = getelementptr i64, ptr %573, i64 %572
  %575 = getelementptr i64, ptr %125, i64 %499
  %576 = getelementptr i64, ptr %575, i64 %572
  %577 = select i1 %566, i64 %95, i64 0
  %578 = add i64 %577, %499
  %579 = mul i64 %578, %96
  %580 = select i1 %566, i64 %92, i64 0
  %581 = add i64 %580, %499
  %582 = mul i64 %581, %93
  br label %3332
583:
  store double 0.000000e+00, ptr %560, align 8
  br label %584
584:
  %585 = phi double [ %3333, %3402 ], [ 0.000000e+00, %583 ], [ %3333, %3396 ]
  %586 = icmp sgt i64 %3336, 1
  br i1 %586, label %3332, label %587
587:
  %588 = fcmp ogt double %585, 0.000000e+00
  %589 = select i1 %588, double %3345, double 1.000000e+09
  br label %590
590:
  %591 = phi double [ %570, %565 ], [ %589, %587 ]
  store double %591, ptr %503, align 8
  br label %592
592:
  %593 = phi double [ %564, %563 ], [ %591, %590 ], [ %504, %497 ]
  %594 = fcmp ole double %593, %307
  br i1 %594, label %595, label %715
595:
  %596 = icmp slt i64 %499, 0
  %597 = select i1 %596, i64 %96, i64 0
  %598 = add i64 %597, %499
  %599 = getelementptr i64, ptr %126, i64 %598
  %600 = load i64, ptr %599, align 8
  %601 = getelementptr i64, ptr %125, i64 %598
  %602 = load i64, ptr %601, align 8
  %603 = icmp slt i64 %600, %602
  br i1 %603, label %604, label %715
604:
  %605 = select i1 %596, i64 %95, i64 0
  %606 = add i64 %605, %499
  %607 = icmp slt i64 %600, 0
  %608 = select i1 %607, i64 %96, i64 0
  %609 = mul i64 %606, %96
  %610 = getelementptr i64, ptr %94, i64 %609
  %611 = getelementptr i64, ptr %610, i64 %600
  %612 = getelementptr i64, ptr %611, i64 %608
  %613 = load i64, ptr %612, align 8
  %614 = icmp eq i64 %613, 0
  br i1 %614, label %667, label %615
615:
  %616 = shl nsw i64 %499, 1
  %617 = and i64 %600, 1
  %618 = or i64 %617, %616
  %619 = select i1 %596, i64 %100, i64 0
  %620 = add i64 %618, %619
  %621 = mul i64 %620, %101
  %622 = getelementptr double, ptr %99, i64 %621
  %623 = load double, ptr %622, align 8
  %624 = shl nsw i64 %600, 1
  %625 = or i64 %624, 1
  %626 = sitofp i64 %625 to double
  %627 = fcmp oeq double %623, %626
  br i1 %627, label %628, label %715
628:
  %629 = getelementptr i8, ptr %622, i64 216
  %630 = load double, ptr %629, align 8
  %631 = fcmp olt double %630, 1.280000e+02
  br i1 %631, label %632, label %715
632:
  %633 = icmp slt i64 %326, 0
  %634 = select i1 %633, i64 %86, i64 0
  %635 = add i64 %634, %326
  %636 = mul i64 %635, %87
  %637 = getelementptr float, ptr %314, i64 %636
  store float 0.000000e+00, ptr %637, align 4
  %638 = getelementptr i8, ptr %637, i64 4
  store float 0.000000e+00, ptr %638, align 4
  %639 = getelementptr i8, ptr %637, i64 8
  store float 0.000000e+00, ptr %639, align 4
  %640 = select i1 %596, i64 %103, i64 0
  %641 = add i64 %618, %640
  %642 = mul i64 %641, %104
  %643 = getelementptr float, ptr %102, i64 %642
  %644 = load double, ptr %629, align 8
  %645 = fptosi double %644 to i64
  %646 = icmp slt i64 %645, 0
  %647 = select i1 %646, i64 %104, i64 0
  %648 = getelementptr float, ptr %643, i64 %647
  %649 = getelementptr float, ptr %648, i64 %645
  store float %316, ptr %649, align 4
  %650 = icmp slt i64 %645, -128
  %651 = select i1 %650, i64 %104, i64 0
  %652 = getelementptr float, ptr %643, i64 %645
  %653 = getelementptr i8, ptr %652, i64 512
  %654 = getelementptr float, ptr %653, i64 %651
  store float %317, ptr %654, align 4
  %655 = icmp slt i64 %645, -256
  %656 = select i1 %655, i64 %104, i64 0
  %657 = getelementptr i8, ptr %652, i64 1024
  %658 = getelementptr float, ptr %657, i64 %656
  store float 1.000000e+00, ptr %658, align 4
  %659 = add nsw i64 %645, 1
  %660 = sitofp i64 %659 to double
  store double %660, ptr %629, align 8
  %661 = getelementptr i8, ptr %622, i64 48
  %662 = load double, ptr %661, align 8
  %663 = fptrunc double %662 to float
  %664 = select i1 %633, i64 %90, i64 0
  %665 = getelementptr float, ptr %321, i64 %326
  %666 = getelementptr float, ptr %665, i64 %664
  store float %663, ptr %666, align 4
  br label %3122
667:
  %668 = select i1 %596, i64 %92, i64 0
  %669 = add i64 %668, %499
  %670 = select i1 %607, i64 %93, i64 0
  %671 = mul i64 %669, %93
  %672 = getelementptr double, ptr %121, i64 %671
  %673 = getelementptr double, ptr %672, i64 %600
  %674 = getelementptr double, ptr %673, i64 %670
  %675 = load double, ptr %674, align 8
  %676 = fcmp ole double %675, 0.000000e+00
  %677 = icmp slt i64 %324, %167
  %678 = select i1 %676, i1 %677, i1 false
  br i1 %678, label %679, label %715
679:
  %680 = icmp slt i64 %326, 0
  %681 = select i1 %680, i64 %86, i64 0
  %682 = add i64 %681, %326
  %683 = mul i64 %682, %87
  %684 = getelementptr float, ptr %314, i64 %683
  store float 0.000000e+00, ptr %684, align 4
  %685 = getelementptr i8, ptr %684, i64 4
  store float 0.000000e+00, ptr %685, align 4
  %686 = getelementptr i8, ptr %684, i64 8
  store float 0.000000e+00, ptr %686, align 4
  %687 = sitofp i64 %326 to double
  %688 = fadd double %687, 5.000000e-01
  %689 = sitofp i64 %326 to float
  %690 = icmp slt i64 %324, 0
  %691 = select i1 %690, i64 %98, i64 0
  %692 = getelementptr float, ptr %97, i64 %324
  %693 = getelementptr float, ptr %692, i64 %691
  store float %316, ptr %693, align 4
  %694 = icmp slt i64 %324, -128
  %695 = select i1 %694, i64 %98, i64 0
  %696 = getelementptr i8, ptr %692, i64 512
  %697 = getelementptr float, ptr %696, i64 %695
  store float %689, ptr %697, align 4
  %698 = fptrunc double %688 to float
  %699 = icmp slt i64 %324, -256
  %700 = select i1 %699, i64 %98, i64 0
  %701 = getelementptr i8, ptr %692, i64 1024
  %702 = getelementptr float, ptr %701, i64 %700
  store float %698, ptr %702, align 4
  %703 = icmp slt i64 %324, -384
  %704 = select i1 %703, i64 %98, i64 0
  %705 = getelementptr i8, ptr %692, i64 1536
  %706 = getelementptr float, ptr %705, i64 %704
  store float %317, ptr %706, align 4
  %707 = icmp slt i64 %324, -512
  %708 = select i1 %707, i64 %98, i64 0
  %709 = getelementptr i8, ptr %692, i64 2048
  %710 = getelementptr float, ptr %709, i64 %708
  store float 1.000000e+00, ptr %710, align 4
  %711 = add nsw i64 %324, 1
  %712 = select i1 %680, i64 %90, i64 0
  %713 = getelementptr float, ptr %321, i64 %326
  %714 = getelementptr float, ptr %713, i64 %712
  store float 5.400000e+03, ptr %714, align 4
  br label %3122
715:
  %716 = icmp slt i64 %326, 0
  %717 = select i1 %716, i64 %86, i64 0
  %718 = add i64 %717, %326
  %719 = mul i64 %718, %87
  %720 = getelementptr float, ptr %314, i64 %719
  store float 0.000000e+00, ptr %720, align 4
  %721 = getelementptr i8, ptr %720, i64 4
  store float 0.000000e+00, ptr %721, align 4
  %722 = getelementptr i8, ptr %720, i64 8
  store float 0.000000e+00, ptr %722, align 4
  %723 = add nsw i64 %499, %83
  br i1 %168, label %724, label %3108
724:
  %725 = getelementptr i64, ptr %126, i64 %499
  %726 = icmp slt i64 %499, 0
  %727 = select i1 %726, i64 %96, i64 0
  %728 = getelementptr i64, ptr %725, i64 %727
  %729 = load i64, ptr %728, align 8
  %730 = sitofp i64 %326 to double
  %731 = fadd double %730, 5.000000e-01
  %732 = getelementptr double, ptr %129, i64 %502
  %733 = add nsw i64 %723, -1
  %734 = icmp slt i64 %723, 1
  %735 = select i1 %734, i64 %96, i64 0
  %736 = getelementptr i64, ptr %126, i64 %733
  %737 = getelementptr i64, ptr %736, i64 %735
  %738 = getelementptr i64, ptr %125, i64 %499
  %739 = getelementptr i64, ptr %738, i64 %727
  %740 = getelementptr i64, ptr %125, i64 %733
  %741 = getelementptr i64, ptr %740, i64 %735
  %742 = select i1 %726, i64 %95, i64 0
  %743 = add i64 %742, %499
  %744 = mul i64 %743, %96
  %745 = select i1 %734, i64 %95, i64 0
  %746 = add i64 %745, %733
  %747 = mul i64 %746, %96
  %748 = select i1 %726, i64 %92, i64 0
  %749 = add i64 %748, %499
  %750 = mul i64 %749, %93
  %751 = select i1 %734, i64 %92, i64 0
  %752 = add i64 %751, %733
  %753 = mul i64 %752, %93
  %754 = getelementptr double, ptr %91, i64 %750
  %755 = getelementptr double, ptr %91, i64 %753
  %756 = shl nsw i64 %499, 1
  %757 = sitofp i64 %326 to float
  br label %758
758:
  %759 = phi i64 [ %3067, %3091 ], [ %324, %724 ]
  %760 = phi double [ %3073, %3091 ], [ 0.000000e+00, %724 ]
  %761 = phi double [ %3075, %3091 ], [ 0.000000e+00, %724 ]
  %762 = phi double [ %3077, %3091 ], [ 0.000000e+00, %724 ]
  %763 = phi double [ %3068, %3091 ], [ 5.400000e+03, %724 ]
  %764 = phi i64 [ %3092, %3091 ], [ %499, %724 ]
  %765 = phi i64 [ %3093, %3091 ], [ %729, %724 ]
  %766 = phi double [ %3094, %3091 ], [ %308, %724 ]
  %767 = phi i64 [ %3095, %3091 ], [ 0, %724 ]
  br i1 %594, label %798, label %768
768:
  %769 = sub nsw i64 %764, %499
  %770 = sitofp i64 %769 to double
  %771 = fadd double %770, 5.000000e-01
  %772 = fdiv double %771, %140
  %773 = fadd double %772, %730
  %774 = icmp slt i64 %764, 0
  %775 = select i1 %774, i64 %96, i64 0
  %776 = getelementptr i64, ptr %125, i64 %764
  %777 = getelementptr i64, ptr %776, i64 %775
  %778 = load i64, ptr %777, align 8
  %779 = icmp slt i64 %765, %778
  %780 = icmp slt i64 %767, 3
  %781 = select i1 %779, i1 %780, i1 false
  br i1 %781, label %782, label %794
782:
  %783 = select i1 %774, i64 %92, i64 0
  %784 = add i64 %783, %764
  %785 = icmp slt i64 %765, 0
  %786 = select i1 %785, i64 %93, i64 0
  %787 = mul i64 %784, %93
  %788 = getelementptr double, ptr %91, i64 %787
  %789 = getelementptr double, ptr %788, i64 %765
  %790 = getelementptr double, ptr %789, i64 %786
  %791 = load double, ptr %790, align 8
  %792 = fcmp olt double %791, %307
  %793 = select i1 %792, double %307, double %791
  br label %794
794:
  %795 = phi double [ %793, %782 ], [ %307, %768 ]
  %796 = fsub double %766, %795
  %797 = fdiv double %796, %140
  br label %798
798:
  %799 = phi double [ %795, %794 ], [ %307, %758 ]
  %800 = phi double [ %773, %794 ], [ %731, %758 ]
  %801 = phi double [ %797, %794 ], [ 1.000000e+00, %758 ]
  %802 = fadd double %766, %799
  %803 = fmul double %802, 5.000000e-01
  %804 = icmp slt i64 %764, 0
  %805 = select i1 %804, i64 %96, i64 0
  %806 = getelementptr i64, ptr %125, i64 %764
  %807 = getelementptr i64, ptr %806, i64 %805
  %808 = load i64, ptr %807, align 8
  %809 = icmp slt i64 %765, %808
  br i1 %809, label %1900, label %810
810:
  %811 = fsub double %800, %141
  %812 = fdiv double %811, %70
  %813 = fsub double %71, %803
  %814 = fdiv double %813, %70
  %815 = fcmp olt double %814, 2.000000e-03
  %816 = select i1 %815, double 2.000000e-03, double %814
  %817 = fmul double %812, %812
  %818 = fadd double %817, 1.000000e+00
  %819 = fmul double %816, %816
  %820 = fadd double %818, %819
  %821 = tail call double @llvm.sqrt.f64(double %820)
  %822 = fdiv double 1.000000e+00, %821
  %823 = fmul double %816, %822
  %824 = fmul double %66, %812
  %825 = fadd double %68, %824
  %826 = fmul double %825, %822
  %827 = fmul double %67, %812
  %828 = fadd double %69, %827
  %829 = fmul double %828, %822
  %830 = fmul double %169, %823
  %831 = tail call double @llvm.exp.f64(double %830)
  %832 = fmul double %831, %831
  %833 = fmul double %831, %832
  %834 = fmul double %826, %826
  %835 = fmul double %829, %829
  %836 = fadd double %834, %835
  %837 = fadd double %836, 1.000000e-09
  %838 = tail call double @llvm.sqrt.f64(double %837)
  %839 = fdiv double 1.000000e+00, %838
  %840 = fmul double %18, %826
  %841 = fmul double %19, %829
  %842 = fadd double %840, %841
  %843 = fmul double %842, 5.000000e-01
  %844 = fmul double %843, %839
  %845 = fadd double %844, 5.000000e-01
  %846 = fmul double %845, %845
  %847 = fmul double %845, 2.000000e+00
  %848 = fsub double 3.000000e+00, %847
  %849 = fmul double %846, %848
  %850 = fmul double %15, %826
  %851 = fmul double %16, %823
  %852 = fadd double %850, %851
  %853 = fmul double %17, %829
  %854 = fadd double %853, %852
  %855 = fadd double %854, -1.000000e+00
  %856 = fmul double %855, 6.000000e+00
  %857 = tail call double @llvm.exp.f64(double %856)
  %858 = fmul double %857, %857
  %859 = fmul double %858, %858
  %860 = fmul double %859, %859
  %861 = fmul double %860, %860
  %862 = fmul double %861, %861
  %863 = fmul double %857, 1.600000e-01
  %864 = fmul double %860, 3.000000e-01
  %865 = fadd double %863, %864
  %866 = fmul double %862, 5.500000e-01
  %867 = fmul double %862, %866
  %868 = fadd double %865, %867
  %869 = fmul double %823, 5.000000e+00
  %870 = fadd double %869, 1.000000e+00
  %871 = fdiv double 6.500000e-01, %870
  %872 = fadd double %871, 3.500000e-01
  %873 = fmul double %35, %872
  %874 = fmul double %873, %868
  br label %882
875:
  br label %877
876:
  br label %877
877:
  %878 = phi double [ %884, %876 ], [ %908, %875 ], [ %884, %882 ]
  %879 = phi double [ %908, %876 ], [ %883, %875 ], [ %883, %882 ]
  %880 = phi double [ %885, %876 ], [ %885, %875 ], [ %908, %882 ]
  %881 = icmp eq i64 %887, 3
  br i1 %881, label %1417, label %882
882:
  %883 = phi double [ 0.000000e+00, %810 ], [ %879, %877 ]
  %884 = phi double [ 0.000000e+00, %810 ], [ %878, %877 ]
  %885 = phi double [ 0.000000e+00, %810 ], [ %880, %877 ]
  %886 = phi i64 [ 0, %810 ], [ %887, %877 ]
  %887 = add nuw nsw i64 %886, 1
  %888 = getelementptr double, ptr %171, i64 %886
  %889 = load double, ptr %888, align 8
  %890 = getelementptr double, ptr %173, i64 %886
  %891 = load double, ptr %890, align 8
  %892 = fsub double %891, %889
  %893 = fmul double %849, %892
  %894 = fadd double %889, %893
  %895 = getelementptr double, ptr %20, i64 %886
  %896 = load double, ptr %895, align 8
  %897 = getelementptr double, ptr %174, i64 %886
  %898 = load double, ptr %897, align 8
  %899 = fsub double %898, %896
  %900 = fmul double %831, %899
  %901 = fadd double %896, %900
  %902 = fsub double %894, %901
  %903 = fmul double %833, %902
  %904 = getelementptr double, ptr %176, i64 %886
  %905 = load double, ptr %904, align 8
  %906 = fmul double %874, %905
  %907 = fadd double %906, %903
  %908 = fadd double %901, %907
  switch i64 %886, label %876 [
    i64 0, label %877
    i64 1, label %875
  ]
909:
  %910 = fcmp olt double %854, 0.000000e+00
  %911 = select i1 %910, double 0.000000e+00, double %854
  br label %1421
912:
  %913 = fmul double %1441, 5.500000e-01
  %914 = fadd double %179, %913
  %915 = fdiv double %914, 7.000000e+00
  %916 = fmul double %1443, 5.500000e-01
  %917 = fadd double %181, %916
  %918 = fdiv double %917, 7.000000e+00
  %919 = fadd double %1449, -8.000000e-01
  %920 = fadd double %919, 5.000000e-01
  %921 = fcmp olt double %920, 0.000000e+00
  %922 = select i1 %921, double 0.000000e+00, double %920
  %923 = fcmp ogt double %922, 6.000000e+00
  %924 = select i1 %923, double 6.000000e+00, double %922
  %925 = fptosi double %924 to i64
  %926 = lshr i64 512, %925
  %927 = mul nuw nsw i64 %926, %926
  %928 = trunc nuw nsw i64 %927 to i32
  %929 = shl nuw nsw i32 %928, 2
  %930 = sub nuw nsw i32 1048576, %929
  %931 = udiv i32 %930, 3
  %932 = add nuw nsw i32 %931, 349504
  %933 = zext i32 %932 to i64
  %934 = uitofp i64 %926 to double
  %935 = fmul double %915, %934
  %936 = fadd double %935, -5.000000e-01
  %937 = fmul double %918, %934
  %938 = fadd double %937, -5.000000e-01
  %939 = tail call double @llvm.floor.f64(double %936)
  %940 = tail call double @llvm.floor.f64(double %938)
  %941 = fsub double %936, %939
  %942 = fsub double %938, %940
  %943 = add nsw i64 %926, -1
  %944 = fptosi double %939 to i64
  %945 = and i64 %943, %944
  %946 = fptosi double %940 to i64
  %947 = and i64 %943, %946
  %948 = add nsw i64 %945, 1
  %949 = and i64 %948, %943
  %950 = add nsw i64 %947, 1
  %951 = and i64 %950, %943
  %952 = mul nsw i64 %947, %926
  %953 = add nsw i64 %952, %933
  %954 = add nsw i64 %953, %945
  %955 = icmp slt i64 %954, 0
  %956 = select i1 %955, i64 %23, i64 0
  %957 = getelementptr float, ptr %22, i64 %954
  %958 = getelementptr float, ptr %957, i64 %956
  %959 = load float, ptr %958, align 4
  %960 = fsub double 1.000000e+00, %941
  %961 = fpext float %959 to double
  %962 = fmul double %960, %961
  %963 = add nsw i64 %953, %949
  %964 = icmp slt i64 %963, 0
  %965 = select i1 %964, i64 %23, i64 0
  %966 = getelementptr float, ptr %22, i64 %963
  %967 = getelementptr float, ptr %966, i64 %965
  %968 = load float, ptr %967, align 4
  %969 = fpext float %968 to double
  %970 = fmul double %941, %969
  %971 = fadd double %962, %970
  %972 = mul nsw i64 %951, %926
  %973 = add nsw i64 %972, %933
  %974 = add nsw i64 %973, %945
  %975 = icmp slt i64 %974, 0
  %976 = select i1 %975, i64 %23, i64 0
  %977 = getelementptr float, ptr %22, i64 %974
  %978 = getelementptr float, ptr %977, i64 %976
  %979 = load float, ptr %978, align 4
  %980 = fpext float %979 to double
  %981 = fmul double %960, %980
  %982 = add nsw i64 %973, %949
  %983 = icmp slt i64 %982, 0
  %984 = select i1 %983, i64 %23, i64 0
  %985 = getelementptr float, ptr %22, i64 %982
  %986 = getelementptr float, ptr %985, i64 %984
  %987 = load float, ptr %986, align 4
  %988 = fpext float %987 to double
  %989 = fmul double %941, %988
  %990 = fadd double %981, %989
  %991 = fsub double 1.000000e+00, %942
  %992 = fmul double %991, %971
  %993 = fmul double %942, %990
  %994 = fadd double %992, %993
  %995 = fadd double %994, -4.200000e-01
  %996 = fcmp olt double %995, 0.000000e+00
  %997 = select i1 %996, double 0.000000e+00, double %995
  %998 = fmul double %997, 1.700000e+00
  %999 = fmul double %998, %998
  %1000 = fmul double %25, %999
  %1001 = fmul double %1439, %1000
  %1002 = fmul double %1428, 0x3FE6666666666666
  %1003 = fadd double %1002, 8.000000e-01
  %1004 = load double, ptr %183, align 8
  %1005 = fmul double %1004, %1001
  %1006 = fmul double %1003, %1005
  %1007 = fadd double %1006, 0.000000e+00
  %1008 = load double, ptr %184, align 8
  %1009 = fmul double %1008, %1001
  %1010 = fmul double %1003, %1009
  %1011 = fadd double %1010, 0.000000e+00
  %1012 = load double, ptr %185, align 8
  %1013 = fmul double %1012, %1001
  %1014 = fmul double %1003, %1013
  %1015 = fadd double %1014, 0.000000e+00
  %1016 = fcmp ogt double %1001, 0x3FEE666666666666
  %1017 = select i1 %1016, double 0x3FEE666666666666, double %1001
  %1018 = fsub double 1.000000e+00, %1017
  br label %1019
1019:
  %1020 = phi double [ %1018, %912 ], [ 1.000000e+00, %1432 ]
  %1021 = phi double [ %1007, %912 ], [ 0.000000e+00, %1432 ]
  %1022 = phi double [ %1011, %912 ], [ 0.000000e+00, %1432 ]
  %1023 = phi double [ %1015, %912 ], [ 0.000000e+00, %1432 ]
  %1024 = fadd double %186, %1441
  %1025 = fdiv double %1024, 7.000000e+00
  %1026 = fadd double %187, %1443
  %1027 = fdiv double %1026, 7.000000e+00
  %1028 = fcmp olt double %1449, 0.000000e+00
  %1029 = select i1 %1028, double 0.000000e+00, double %1449
  %1030 = fcmp ogt double %1029, 0x4017FEF9DB22D0E6
  %1031 = select i1 %1030, double 0x4017FEF9DB22D0E6, double %1029
  %1032 = fptosi double %1031 to i64
  %1033 = lshr i64 512, %1032
  %1034 = mul nuw nsw i64 %1033, %1033
  %1035 = trunc nuw nsw i64 %1034 to i32
  %1036 = shl nuw nsw i32 %1035, 2
  %1037 = sub nuw nsw i32 1048576, %1036
  %1038 = udiv i32 %1037, 3
  %1039 = zext i32 %1038 to i64
  %1040 = uitofp i64 %1033 to double
  %1041 = fmul double %1025, %1040
  %1042 = fadd double %1041, -5.000000e-01
  %1043 = fmul double %1027, %1040
  %1044 = fadd double %1043, -5.000000e-01
  %1045 = tail call double @llvm.floor.f64(double %1042)
  %1046 = tail call double @llvm.floor.f64(double %1044)
  %1047 = fsub double %1042, %1045
  %1048 = fsub double %1044, %1046
  %1049 = add nsw i64 %1033, -1
  %1050 = fptosi double %1045 to i64
  %1051 = and i64 %1049, %1050
  %1052 = fptosi double %1046 to i64
  %1053 = and i64 %1049, %1052
  %1054 = add nsw i64 %1051, 1
  %1055 = and i64 %1054, %1049
  %1056 = add nsw i64 %1053, 1
  %1057 = and i64 %1056, %1049
  %1058 = mul nsw i64 %1053, %1033
  %1059 = add nsw i64 %1058, %1039
  %1060 = add nsw i64 %1059, %1051
  %1061 = icmp slt i64 %1060, 0
  %1062 = select i1 %1061, i64 %23, i64 0
  %1063 = getelementptr float, ptr %22, i64 %1060
  %1064 = getelementptr float, ptr %1063, i64 %1062
  %1065 = load float, ptr %1064, align 4
  %1066 = fsub double 1.000000e+00, %1047
  %1067 = fpext float %1065 to double
  %1068 = fmul double %1066, %1067
  %1069 = add nsw i64 %1059, %1055
  %1070 = icmp slt i64 %1069, 0
  %1071 = select i1 %1070, i64 %23, i64 0
  %1072 = getelementptr float, ptr %22, i64 %1069
  %1073 = getelementptr float, ptr %1072, i64 %1071
  %1074 = load float, ptr %1073, align 4
  %1075 = fpext float %1074 to double
  %1076 = fmul double %1047, %1075
  %1077 = fadd double %1068, %1076
  %1078 = mul nsw i64 %1057, %1033
  %1079 = add nsw i64 %1078, %1039
  %1080 = add nsw i64 %1079, %1051
  %1081 = icmp slt i64 %1080, 0
  %1082 = select i1 %1081, i64 %23, i64 0
  %1083 = getelementptr float, ptr %22, i64 %1080
  %1084 = getelementptr float, ptr %1083, i64 %1082
  %1085 = load float, ptr %1084, align 4
  %1086 = fpext float %1085 to double
  %1087 = fmul double %1066, %1086
  %1088 = add nsw i64 %1079, %1055
  %1089 = icmp slt i64 %1088, 0
  %1090 = select i1 %1089, i64 %23, i64 0
  %1091 = getelementptr float, ptr %22, i64 %1088
  %1092 = getelementptr float, ptr %1091, i64 %1090
  %1093 = load float, ptr %1092, align 4
  %1094 = fpext float %1093 to double
  %1095 = fmul double %1047, %1094
  %1096 = fadd double %1087, %1095
  %1097 = fsub double 1.000000e+00, %1048
  %1098 = fmul double %1097, %1077
  %1099 = fmul double %1048, %1096
  %1100 = fadd double %1098, %1099
  %1101 = add nuw nsw i64 %1034, %1039
  %1102 = lshr i64 256, %1032
  %1103 = uitofp i64 %1102 to double
  %1104 = fmul double %1025, %1103
  %1105 = fadd double %1104, -5.000000e-01
  %1106 = fmul double %1027, %1103
  %1107 = fadd double %1106, -5.000000e-01
  %1108 = tail call double @llvm.floor.f64(double %1105)
  %1109 = tail call double @llvm.floor.f64(double %1107)
  %1110 = fsub double %1105, %1108
  %1111 = fsub double %1107, %1109
  %1112 = add nsw i64 %1102, -1
  %1113 = fptosi double %1108 to i64
  %1114 = and i64 %1112, %1113
  %1115 = fptosi double %1109 to i64
  %1116 = and i64 %1112, %1115
  %1117 = add nsw i64 %1114, 1
  %1118 = and i64 %1117, %1112
  %1119 = add nsw i64 %1116, 1
  %1120 = and i64 %1119, %1112
  %1121 = mul nsw i64 %1116, %1102
  %1122 = add nsw i64 %1121, %1101
  %1123 = add nsw i64 %1122, %1114
  %1124 = icmp slt i64 %1123, 0
  %1125 = select i1 %1124, i64 %23, i64 0
  %1126 = getelementptr float, ptr %22, i64 %1123
  %1127 = getelementptr float, ptr %1126, i64 %1125
  %1128 = load float, ptr %1127, align 4
  %1129 = fsub double 1.000000e+00, %1110
  %1130 = fpext float %1128 to double
  %1131 = fmul double %1129, %1130
  %1132 = add nsw i64 %1122, %1118
  %1133 = icmp slt i64 %1132, 0
  %1134 = select i1 %1133, i64 %23, i64 0
  %1135 = getelementptr float, ptr %22, i64 %1132
  %1136 = getelementptr float, ptr %1135, i64 %1134
  %1137 = load float, ptr %1136, align 4
  %1138 = fpext float %1137 to double
  %1139 = fmul double %1110, %1138
  %1140 = fadd double %1131, %1139
  %1141 = mul nsw i64 %1120, %1102
  %1142 = add nsw i64 %1141, %1101
  %1143 = add nsw i64 %1142, %1114
  %1144 = icmp slt i64 %1143, 0
  %1145 = select i1 %1144, i64 %23, i64 0
  %1146 = getelementptr float, ptr %22, i64 %1143
  %1147 = getelementptr float, ptr %1146, i64 %1145
  %1148 = load float, ptr %1147, align 4
  %1149 = fpext float %1148 to double
  %1150 = fmul double %1129, %1149
  %1151 = add nsw i64 %1142, %1118
  %1152 = icmp slt i64 %1151, 0
  %1153 = select i1 %1152, i64 %23, i64 0
  %1154 = getelementptr float, ptr %22, i64 %1151
  %1155 = getelementptr float, ptr %1154, i64 %1153
  %1156 = load float, ptr %1155, align 4
  %1157 = fpext float %1156 to double
  %1158 = fmul double %1110, %1157
  %1159 = fadd double %1150, %1158
  %1160 = fsub double 1.000000e+00, %1111
  %1161 = fmul double %1160, %1140
  %1162 = fmul double %1111, %1159
  %1163 = fadd double %1161, %1162
  %1164 = fsub double %1163, %1100
  %1165 = sitofp i64 %1032 to double
  %1166 = fsub double %1031, %1165
  %1167 = fmul double %1166, %1164
  %1168 = fadd double %1100, %1167
  %1169 = fmul double %1025, 3.100000e+00
  %1170 = fsub double %1169, %189
  %1171 = fmul double %1027, 3.100000e+00
  %1172 = fadd double %191, %1171
  %1173 = fadd double %1449, 1.600000e+00
  %1174 = fadd double %1173, 5.000000e-01
  %1175 = fcmp olt double %1174, 0.000000e+00
  %1176 = select i1 %1175, double 0.000000e+00, double %1174
  %1177 = fcmp ogt double %1176, 6.000000e+00
  %1178 = select i1 %1177, double 6.000000e+00, double %1176
  %1179 = fptosi double %1178 to i64
  %1180 = lshr i64 512, %1179
  %1181 = mul nuw nsw i64 %1180, %1180
  %1182 = trunc nuw nsw i64 %1181 to i32
  %1183 = shl nuw nsw i32 %1182, 2
  %1184 = sub nuw nsw i32 1048576, %1183
  %1185 = udiv i32 %1184, 3
  %1186 = zext i32 %1185 to i64
  %1187 = uitofp i64 %1180 to double
  %1188 = fmul double %1170, %1187
  %1189 = fadd double %1188, -5.000000e-01
  %1190 = fmul double %1172, %1187
  %1191 = fadd double %1190, -5.000000e-01
  %1192 = tail call double @llvm.floor.f64(double %1189)
  %1193 = tail call double @llvm.floor.f64(double %1191)
  %1194 = fsub double %1189, %1192
  %1195 = fsub double %1191, %1193
  %1196 = add nsw i64 %1180, -1
  %1197 = fptosi double %1192 to i64
  %1198 = and i64 %1196, %1197
  %1199 = fptosi double %1193 to i64
  %1200 = and i64 %1196, %1199
  %1201 = add nsw i64 %1198, 1
  %1202 = and i64 %1201, %1196
  %1203 = add nsw i64 %1200, 1
  %1204 = and i64 %1203, %1196
  %1205 = mul nsw i64 %1200, %1180
  %1206 = add nsw i64 %1205, %1186
  %1207 = add nsw i64 %1206, %1198
  %1208 = icmp slt i64 %1207, 0
  %1209 = select i1 %1208, i64 %23, i64 0
  %1210 = getelementptr float, ptr %22, i64 %1207
  %1211 = getelementptr float, ptr %1210, i64 %1209
  %1212 = load float, ptr %1211, align 4
  %1213 = fsub double 1.000000e+00, %1194
  %1214 = fpext float %1212 to double
  %1215 = fmul double %1213, %1214
  %1216 = add nsw i64 %1206, %1202
  %1217 = icmp slt i64 %1216, 0
  %1218 = select i1 %1217, i64 %23, i64 0
  %1219 = getelementptr float, ptr %22, i64 %1216
  %1220 = getelementptr float, ptr %1219, i64 %1218
  %1221 = load float, ptr %1220, align 4
  %1222 = fpext float %1221 to double
  %1223 = fmul double %1194, %1222
  %1224 = fadd double %1215, %1223
  %1225 = mul nsw i64 %1204, %1180
  %1226 = add nsw i64 %1225, %1186
  %1227 = add nsw i64 %1226, %1198
  %1228 = icmp slt i64 %1227, 0
  %1229 = select i1 %1228, i64 %23, i64 0
  %1230 = getelementptr float, ptr %22, i64 %1227
  %1231 = getelementptr float, ptr %1230, i64 %1229
  %1232 = load float, ptr %1231, align 4
  %1233 = fpext float %1232 to double
  %1234 = fmul double %1213, %1233
  %1235 = add nsw i64 %1226, %1202
  %1236 = icmp slt i64 %1235, 0
  %1237 = select i1 %1236, i64 %23, i64 0
  %1238 = getelementptr float, ptr %22, i64 %1235
  %1239 = getelementptr float, ptr %1238, i64 %1237
  %1240 = load float, ptr %1239, align 4
  %1241 = fpext float %1240 to double
  %1242 = fmul double %1194, %1241
  %1243 = fadd double %1234, %1242
  %1244 = fsub double 1.000000e+00, %1195
  %1245 = fmul double %1244, %1224
  %1246 = fmul double %1195, %1243
  %1247 = fadd double %1245, %1246
  %1248 = fadd double %1247, -5.000000e-01
  %1249 = fmul double %1248, 1.600000e-01
  %1250 = fadd double %1168, %1249
  %1251 = fsub double %1250, %192
  %1252 = fcmp ogt double %1251, 0.000000e+00
  br i1 %1252, label %1253, label %1405
1253:
  %1254 = fdiv double %1251, 4.200000e-01
  %1255 = fcmp ogt double %1254, 1.000000e+00
  %1256 = select i1 %1255, double 1.000000e+00, double %1254
  %1257 = fdiv double %1251, 1.500000e-01
  %1258 = fcmp ogt double %1257, 1.000000e+00
  %1259 = select i1 %1258, double 1.000000e+00, double %1257
  %1260 = fmul double %1259, %1259
  %1261 = fmul double %1259, 2.000000e+00
  %1262 = fsub double 3.000000e+00, %1261
  %1263 = fmul double %1260, %1262
  %1264 = fmul double %1439, %1263
  %1265 = fadd double %193, %1025
  %1266 = fadd double %194, %1027
  %1267 = fadd double %1449, 1.000000e+00
  %1268 = fadd double %1267, 5.000000e-01
  %1269 = fcmp olt double %1268, 0.000000e+00
  %1270 = select i1 %1269, double 0.000000e+00, double %1268
  %1271 = fcmp ogt double %1270, 6.000000e+00
  %1272 = select i1 %1271, double 6.000000e+00, double %1270
  %1273 = fptosi double %1272 to i64
  %1274 = lshr i64 512, %1273
  %1275 = mul nuw nsw i64 %1274, %1274
  %1276 = trunc nuw nsw i64 %1275 to i32
  %1277 = shl nuw nsw i32 %1276, 2
  %1278 = sub nuw nsw i32 1048576, %1277
  %1279 = udiv i32 %1278, 3
  %1280 = zext i32 %1279 to i64
  %1281 = uitofp i64 %1274 to double
  %1282 = fmul double %1265, %1281
  %1283 = fadd double %1282, -5.000000e-01
  %1284 = fmul double %1266, %1281
  %1285 = fadd double %1284, -5.000000e-01
  %1286 = tail call double @llvm.floor.f64(double %1283)
  %1287 = tail call double @llvm.floor.f64(double %1285)
  %1288 = fsub double %1283, %1286
  %1289 = fsub double %1285, %1287
  %1290 = add nsw i64 %1274, -1
  %1291 = fptosi double %1286 to i64
  %1292 = and i64 %1290, %1291
  %1293 = fptosi double %1287 to i64
  %1294 = and i64 %1290, %1293
  %1295 = add nsw i64 %1292, 1
  %1296 = and i64 %1295, %1290
  %1297 = add nsw i64 %1294, 1
  %1298 = and i64 %1297, %1290
  %1299 = mul nsw i64 %1294, %1274
  %1300 = add nsw i64 %1299, %1280
  %1301 = add nsw i64 %1300, %1292
  %1302 = icmp slt i64 %1301, 0
  %1303 = select i1 %1302, i64 %23, i64 0
  %1304 = getelementptr float, ptr %22, i64 %1301
  %1305 = getelementptr float, ptr %1304, i64 %1303
  %1306 = load float, ptr %1305, align 4
  %1307 = fsub double 1.000000e+00, %1288
  %1308 = fpext float %1306 to double
  %1309 = fmul double %1307, %1308
  %1310 = add nsw i64 %1300, %1296
  %1311 = icmp slt i64 %1310, 0
  %1312 = select i1 %1311, i64 %23, i64 0
  %1313 = getelementptr float, ptr %22, i64 %1310
  %1314 = getelementptr float, ptr %1313, i64 %1312
  %1315 = load float, ptr %1314, align 4
  %1316 = fpext float %1315 to double
  %1317 = fmul double %1288, %1316
  %1318 = fadd double %1309, %1317
  %1319 = mul nsw i64 %1298, %1274
  %1320 = add nsw i64 %1319, %1280
  %1321 = add nsw i64 %1320, %1292
  %1322 = icmp slt i64 %1321, 0
  %1323 = select i1 %1322, i64 %23, i64 0
  %1324 = getelementptr float, ptr %22, i64 %1321
  %1325 = getelementptr float, ptr %1324, i64 %1323
  %1326 = load float, ptr %1325, align 4
  %1327 = fpext float %1326 to double
  %1328 = fmul double %1307, %1327
  %1329 = add nsw i64 %1320, %1296
  %1330 = icmp slt i64 %1329, 0
  %1331 = select i1 %1330, i64 %23, i64 0
  %1332 = getelementptr float, ptr %22, i64 %1329
  %1333 = getelementptr float, ptr %1332, i64 %1331
  %1334 = load float, ptr %1333, align 4
  %1335 = fpext float %1334 to double
  %1336 = fmul double %1288, %1335
  %1337 = fadd double %1328, %1336
  %1338 = fsub double 1.000000e+00, %1289
  %1339 = fmul double %1338, %1318
  %1340 = fmul double %1289, %1337
  %1341 = fadd double %1339, %1340
  %1342 = fsub double %1341, %1168
  %1343 = fmul double %1342, 3.400000e+00
  %1344 = fmul double %1256, 6.600000e-01
  %1345 = fadd double %1344, 2.000000e-01
  %1346 = fadd double %1345, %1343
  %1347 = fsub double 5.000000e-01, %1247
  %1348 = fmul double %1347, 5.500000e-01
  %1349 = fadd double %1348, %1346
  %1350 = fcmp olt double %1349, 0.000000e+00
  %1351 = select i1 %1350, double 0.000000e+00, double %1349
  %1352 = fcmp ogt double %1351, 1.000000e+00
  %1353 = select i1 %1352, double 1.000000e+00, double %1351
  %1354 = fmul double %1256, 0x3FEE666666666666
  %1355 = fsub double 1.000000e+00, %1354
  %1356 = fmul double %1355, %1355
  %1357 = fmul double %1428, %1356
  %1358 = fmul double %1357, 1.600000e+00
  %1359 = fmul double %35, %1358
  %1360 = fsub double 1.000000e+00, %1353
  %1361 = fmul double %1428, 5.000000e-01
  %1362 = fadd double %1361, 8.500000e-01
  %1363 = fmul double %1362, %1360
  %1364 = fadd double %1359, %1363
  %1365 = load double, ptr %196, align 8
  %1366 = fmul double %1353, 5.000000e-01
  %1367 = fadd double %1366, 5.000000e-01
  %1368 = fmul double %1365, %1367
  %1369 = load double, ptr %183, align 8
  %1370 = fmul double %1369, %1364
  %1371 = fadd double %1368, %1370
  %1372 = load double, ptr %197, align 8
  %1373 = fmul double %1372, %1367
  %1374 = load double, ptr %184, align 8
  %1375 = fmul double %1374, %1364
  %1376 = fadd double %1373, %1375
  %1377 = load double, ptr %198, align 8
  %1378 = fmul double %1377, %1367
  %1379 = load double, ptr %185, align 8
  %1380 = fmul double %1379, %1364
  %1381 = fadd double %1378, %1380
  %1382 = fmul double %1419, 5.000000e-02
  %1383 = fadd double %1382, 1.000000e+00
  %1384 = fdiv double %1382, %1383
  %1385 = fsub double 1.000000e+00, %1264
  %1386 = fmul double %1021, %1385
  %1387 = fsub double %880, %1371
  %1388 = fmul double %1384, %1387
  %1389 = fadd double %1371, %1388
  %1390 = fmul double %1264, %1389
  %1391 = fadd double %1386, %1390
  %1392 = fmul double %1022, %1385
  %1393 = fsub double %878, %1376
  %1394 = fmul double %1384, %1393
  %1395 = fadd double %1376, %1394
  %1396 = fmul double %1264, %1395
  %1397 = fadd double %1392, %1396
  %1398 = fmul double %1023, %1385
  %1399 = fsub double %879, %1381
  %1400 = fmul double %1384, %1399
  %1401 = fadd double %1381, %1400
  %1402 = fmul double %1264, %1401
  %1403 = fadd double %1398, %1402
  %1404 = fmul double %1020, %1385
  br label %1405
1405:
  %1406 = phi double [ %1404, %1253 ], [ %1020, %1019 ], [ 1.000000e+00, %1417 ]
  %1407 = phi double [ %1391, %1253 ], [ %1021, %1019 ], [ 0.000000e+00, %1417 ]
  %1408 = phi double [ %1397, %1253 ], [ %1022, %1019 ], [ 0.000000e+00, %1417 ]
  %1409 = phi double [ %1403, %1253 ], [ %1023, %1019 ], [ 0.000000e+00, %1417 ]
  %1410 = fmul double %880, %1406
  %1411 = fadd double %1410, %1407
  %1412 = fmul double %878, %1406
  %1413 = fadd double %1412, %1408
  %1414 = fmul double %879, %1406
  %1415 = fadd double %1414, %1409
  %1416 = fcmp ogt double %1406, 0.000000e+00
  br i1 %1416, label %1450, label %1888
1417:
  %1418 = fadd double %823, 5.500000e-02
  %1419 = fdiv double 1.000000e+00, %1418
  %1420 = fcmp ogt double %823, -2.000000e-02
  br i1 %1420, label %909, label %1405
1421:
  %1422 = phi double [ 1.000000e+00, %909 ], [ %1428, %1421 ]
  %1423 = phi double [ %911, %909 ], [ %1430, %1421 ]
  %1424 = phi i64 [ 6, %909 ], [ %1429, %1421 ]
  %1425 = and i64 %1424, 1
  %1426 = icmp eq i64 %1425, 0
  %1427 = fmul double %1422, %1423
  %1428 = select i1 %1426, double %1422, double %1427
  %1429 = lshr i64 %1424, 1
  %1430 = fmul double %1423, %1423
  %1431 = icmp eq i64 %1429, 0
  br i1 %1431, label %1432, label %1421
1432:
  %1433 = fadd double %823, -4.000000e-03
  %1434 = fcmp olt double %1433, 0.000000e+00
  %1435 = select i1 %1434, double 0.000000e+00, double %1433
  %1436 = fmul double %1435, 1.300000e+01
  %1437 = fmul double %1436, %1436
  %1438 = fadd double %1437, 1.000000e+00
  %1439 = fdiv double %1437, %1438
  %1440 = fmul double %826, %1419
  %1441 = fadd double %33, %1440
  %1442 = fmul double %829, %1419
  %1443 = fadd double %34, %1442
  %1444 = fmul double %30, %1419
  %1445 = tail call double @llvm.sqrt.f64(double %1419)
  %1446 = fmul double %1444, %1445
  %1447 = fmul double %1446, 0x4052492492492492
  %1448 = fadd double %1447, 0x3EB0C6F7A0B5ED8D
  %1449 = tail call double @llvm.log2.f64(double %1448)
  br i1 %177, label %912, label %1019
1450:
  %1451 = fcmp ogt double %854, 0x3FEFEF9DB22D0E56
  %1452 = select i1 %199, i1 %1451, i1 false
  br i1 %1452, label %1453, label %1595
1453:
  %1454 = fsub double 1.000000e+00, %854
  %1455 = fmul double %1454, 2.000000e+00
  %1456 = fcmp olt double %1455, 0.000000e+00
  %1457 = select i1 %1456, double 0.000000e+00, double %1455
  %1458 = tail call double @llvm.sqrt.f64(double %1457)
  %1459 = fsub double %201, %1458
  %1460 = fdiv double %1459, %203
  %1461 = fadd double %1460, 5.000000e-01
  %1462 = fcmp olt double %1461, 0.000000e+00
  %1463 = select i1 %1462, double 0.000000e+00, double %1461
  %1464 = fcmp ogt double %1463, 1.000000e+00
  %1465 = select i1 %1464, double 1.000000e+00, double %1463
  %1466 = fcmp ugt double %1465, 0.000000e+00
  br i1 %1466, label %1467, label %1583
1467:
  br i1 %204, label %1468, label %1577
1468:
  %1469 = fmul double %17, %826
  %1470 = fmul double %15, %829
  %1471 = fsub double %1469, %1470
  %1472 = fmul double %1471, 5.500000e+00
  %1473 = fsub double %823, %16
  %1474 = fmul double %1473, 5.500000e+00
  %1475 = fadd double %1472, 3.700000e-01
  %1476 = fadd double %1474, 1.100000e-01
  %1477 = fmul double %1475, 1.280000e+02
  %1478 = fadd double %1477, -5.000000e-01
  %1479 = fmul double %1476, 1.280000e+02
  %1480 = fadd double %1479, -5.000000e-01
  %1481 = tail call double @llvm.floor.f64(double %1478)
  %1482 = tail call double @llvm.floor.f64(double %1480)
  %1483 = fsub double %1478, %1481
  %1484 = fsub double %1480, %1482
  %1485 = fptosi double %1481 to i64
  %1486 = and i64 %1485, 127
  %1487 = fptosi double %1482 to i64
  %1488 = add i64 %1485, 1
  %1489 = and i64 %1488, 127
  %1490 = shl i64 %1487, 7
  %1491 = and i64 %1490, 16256
  %1492 = getelementptr float, ptr %22, i64 %1491
  %1493 = getelementptr i8, ptr %1492, i64 1310720
  %1494 = getelementptr float, ptr %1493, i64 %1486
  %1495 = load float, ptr %1494, align 4
  %1496 = fsub double 1.000000e+00, %1483
  %1497 = fpext float %1495 to double
  %1498 = fmul double %1496, %1497
  %1499 = getelementptr float, ptr %1493, i64 %1489
  %1500 = load float, ptr %1499, align 4
  %1501 = fpext float %1500 to double
  %1502 = fmul double %1483, %1501
  %1503 = fadd double %1498, %1502
  %1504 = add i64 %1490, 128
  %1505 = and i64 %1504, 16256
  %1506 = getelementptr float, ptr %22, i64 %1505
  %1507 = getelementptr i8, ptr %1506, i64 1310720
  %1508 = getelementptr float, ptr %1507, i64 %1486
  %1509 = load float, ptr %1508, align 4
  %1510 = fpext float %1509 to double
  %1511 = fmul double %1496, %1510
  %1512 = getelementptr float, ptr %1507, i64 %1489
  %1513 = load float, ptr %1512, align 4
  %1514 = fpext float %1513 to double
  %1515 = fmul double %1483, %1514
  %1516 = fadd double %1511, %1515
  %1517 = fsub double 1.000000e+00, %1484
  %1518 = fmul double %1517, %1503
  %1519 = fmul double %1484, %1516
  %1520 = fadd double %1518, %1519
  %1521 = fmul double %1475, 6.400000e+01
  %1522 = fadd double %1521, -5.000000e-01
  %1523 = fmul double %1476, 6.400000e+01
  %1524 = fadd double %1523, -5.000000e-01
  %1525 = tail call double @llvm.floor.f64(double %1522)
  %1526 = tail call double @llvm.floor.f64(double %1524)
  %1527 = fsub double %1522, %1525
  %1528 = fsub double %1524, %1526
  %1529 = fptosi double %1525 to i64
  %1530 = and i64 %1529, 63
  %1531 = fptosi double %1526 to i64
  %1532 = add i64 %1529, 1
  %1533 = and i64 %1532, 63
  %1534 = shl i64 %1531, 6
  %1535 = and i64 %1534, 4032
  %1536 = getelementptr float, ptr %22, i64 %1535
  %1537 = getelementptr i8, ptr %1536, i64 1376256
  %1538 = getelementptr float, ptr %1537, i64 %1530
  %1539 = load float, ptr %1538, align 4
  %1540 = fsub double 1.000000e+00, %1527
  %1541 = fpext float %1539 to double
  %1542 = fmul double %1540, %1541
  %1543 = getelementptr float, ptr %1537, i64 %1533
  %1544 = load float, ptr %1543, align 4
  %1545 = fpext float %1544 to double
  %1546 = fmul double %1527, %1545
  %1547 = fadd double %1542, %1546
  %1548 = add i64 %1534, 64
  %1549 = and i64 %1548, 4032
  %1550 = getelementptr float, ptr %22, i64 %1549
  %1551 = getelementptr i8, ptr %1550, i64 1376256
  %1552 = getelementptr float, ptr %1551, i64 %1530
  %1553 = load float, ptr %1552, align 4
  %1554 = fpext float %1553 to double
  %1555 = fmul double %1540, %1554
  %1556 = getelementptr float, ptr %1551, i64 %1533
  %1557 = load float, ptr %1556, align 4
  %1558 = fpext float %1557 to double
  %1559 = fmul double %1527, %1558
  %1560 = fadd double %1555, %1559
  %1561 = fsub double 1.000000e+00, %1528
  %1562 = fmul double %1561, %1547
  %1563 = fmul double %1528, %1560
  %1564 = fadd double %1562, %1563
  %1565 = fsub double %1564, %1520
  %1566 = fmul double %1565, 0.000000e+00
  %1567 = fadd double %1520, %1566
  %1568 = fadd double %1567, -2.500000e-01
  %1569 = fmul double %1568, 2.200000e+00
  %1570 = fcmp olt double %1569, 0.000000e+00
  %1571 = select i1 %1570, double 0.000000e+00, double %1569
  %1572 = fcmp ogt double %1571, 1.000000e+00
  %1573 = select i1 %1572, double 1.000000e+00, double %1571
  %1574 = fmul double %1573, 5.000000e-01
  %1575 = fadd double %1574, 6.200000e-01
  %1576 = fmul double %1465, %1575
  br label %1583
1577:
  %1578 = fdiv double %1458, %201
  %1579 = fmul double %1578, 4.500000e-01
  %1580 = fmul double %1578, %1579
  %1581 = fsub double 1.000000e+00, %1580
  %1582 = fmul double %1581, %1465
  br label %1583
1583:
  %1584 = phi double [ %1582, %1577 ], [ %1576, %1468 ], [ 0.000000e+00, %1453 ]
  %1585 = fmul double %28, %1584
  %1586 = load double, ptr %206, align 8
  %1587 = fmul double %1585, %1586
  %1588 = fadd double %1587, 0.000000e+00
  %1589 = load double, ptr %207, align 8
  %1590 = fmul double %1585, %1589
  %1591 = fadd double %1590, 0.000000e+00
  %1592 = load double, ptr %208, align 8
  %1593 = fmul double %1585, %1592
  %1594 = fadd double %1593, 0.000000e+00
  br label %1595
1595:
  %1596 = phi double [ %1588, %1583 ], [ 0.000000e+00, %1450 ]
  %1597 = phi double [ %1591, %1583 ], [ 0.000000e+00, %1450 ]
  %1598 = phi double [ %1594, %1583 ], [ 0.000000e+00, %1450 ]
  %1599 = fcmp ogt double %823, 0.000000e+00
  %1600 = select i1 %209, i1 %1599, i1 false
  br i1 %1600, label %1601, label %1878
1601:
  %1602 = fadd double %823, 1.000000e+00
  %1603 = fdiv double %826, %1602
  %1604 = fdiv double %829, %1602
  br label %1721
1605:
  %1606 = phi double [ %1612, %1605 ], [ 1.000000e+00, %1721 ]
  %1607 = phi double [ %1614, %1605 ], [ %213, %1721 ]
  %1608 = phi i64 [ %1613, %1605 ], [ 2, %1721 ]
  %1609 = and i64 %1608, 1
  %1610 = icmp eq i64 %1609, 0
  %1611 = fmul double %1606, %1607
  %1612 = select i1 %1610, double %1606, double %1611
  %1613 = lshr i64 %1608, 1
  %1614 = fmul double %1607, %1607
  %1615 = icmp eq i64 %1613, 0
  br i1 %1615, label %1616, label %1605
1616:
  %1617 = fadd double %1731, 2.000000e-01
  %1618 = add i64 %1738, 1603997607
  %1619 = lshr i64 %1618, 15
  %1620 = and i64 %1619, 131071
  %1621 = xor i64 %1620, %1618
  %1622 = mul i64 %1621, 2246822519
  %1623 = lshr i64 %1622, 13
  %1624 = and i64 %1623, 524287
  %1625 = xor i64 %1624, %1622
  %1626 = mul i64 %1625, 3266489917
  %1627 = and i64 %1626, 4294967295
  %1628 = lshr i64 %1627, 16
  %1629 = xor i64 %1628, %1627
  %1630 = uitofp i64 %1629 to double
  %1631 = fmul double %1630, 0x3DF0000000000000
  %1632 = fmul double %1631, 6.000000e-01
  %1633 = fadd double %1632, %1617
  %1634 = fsub double %1633, %1730
  %1635 = fadd double %1729, 2.000000e-01
  %1636 = add i64 %1738, 610608897
  %1637 = lshr i64 %1636, 15
  %1638 = and i64 %1637, 131071
  %1639 = xor i64 %1638, %1636
  %1640 = mul i64 %1639, 2246822519
  %1641 = lshr i64 %1640, 13
  %1642 = and i64 %1641, 524287
  %1643 = xor i64 %1642, %1640
  %1644 = mul i64 %1643, 3266489917
  %1645 = and i64 %1644, 4294967295
  %1646 = lshr i64 %1645, 16
  %1647 = xor i64 %1646, %1645
  %1648 = uitofp i64 %1647 to double
  %1649 = fmul double %1648, 0x3DF0000000000000
  %1650 = fmul double %1649, 6.000000e-01
  %1651 = fadd double %1650, %1635
  %1652 = fsub double %1651, %1728
  %1653 = fmul double %1652, %1652
  %1654 = fmul double %1634, %1634
  %1655 = fadd double %1653, %1654
  %1656 = mul nuw nsw i64 %1726, %1726
  %1657 = uitofp i64 %1656 to double
  %1658 = fmul double %212, %1657
  %1659 = fmul double %212, %1658
  %1660 = fdiv double %1655, %1659
  %1661 = fcmp olt double %1660, 1.200000e+01
  br i1 %1661, label %1662, label %1719
1662:
  %1663 = fdiv double %1752, 3.400000e-01
  br label %1664
1664:
  %1665 = phi double [ 1.000000e+00, %1662 ], [ %1671, %1664 ]
  %1666 = phi double [ %1663, %1662 ], [ %1673, %1664 ]
  %1667 = phi i64 [ 4, %1662 ], [ %1672, %1664 ]
  %1668 = and i64 %1667, 1
  %1669 = icmp eq i64 %1668, 0
  %1670 = fmul double %1665, %1666
  %1671 = select i1 %1669, double %1665, double %1670
  %1672 = lshr i64 %1667, 1
  %1673 = fmul double %1666, %1666
  %1674 = icmp eq i64 %1672, 0
  br i1 %1674, label %1675, label %1664
1675:
  %1676 = phi double [ %1682, %1675 ], [ 1.000000e+00, %1664 ]
  %1677 = phi double [ %1684, %1675 ], [ %1663, %1664 ]
  %1678 = phi i64 [ %1683, %1675 ], [ 24, %1664 ]
  %1679 = and i64 %1678, 1
  %1680 = icmp eq i64 %1679, 0
  %1681 = fmul double %1676, %1677
  %1682 = select i1 %1680, double %1676, double %1681
  %1683 = lshr i64 %1678, 1
  %1684 = fmul double %1677, %1677
  %1685 = icmp eq i64 %1683, 0
  br i1 %1685, label %1686, label %1675
1686:
  %1687 = fmul double %1671, 5.000000e-01
  %1688 = fadd double %1687, 1.000000e-01
  %1689 = fmul double %1682, 1.500000e+00
  %1690 = fadd double %1688, %1689
  %1691 = add i64 %1736, 2597386317
  %1692 = lshr i64 %1691, 15
  %1693 = and i64 %1692, 131071
  %1694 = xor i64 %1693, %1691
  %1695 = mul i64 %1694, 2246822519
  %1696 = lshr i64 %1695, 13
  %1697 = and i64 %1696, 524287
  %1698 = xor i64 %1697, %1695
  %1699 = mul i64 %1698, 3266489917
  %1700 = and i64 %1699, 4294967295
  %1701 = lshr i64 %1700, 16
  %1702 = xor i64 %1701, %1700
  %1703 = uitofp i64 %1702 to double
  %1704 = fmul double %1703, 0x3DF0000000000000
  %1705 = fmul double %1704, 5.000000e+00
  %1706 = fadd double %1705, 2.000000e+00
  %1707 = fmul double %62, %1706
  %1708 = fmul double %1752, 4.000000e+01
  %1709 = fadd double %1708, %1707
  %1710 = tail call double @llvm.sin.f64(double %1709)
  %1711 = fmul double %1710, 2.000000e-01
  %1712 = fadd double %1711, 8.000000e-01
  %1713 = fmul double %1690, %1712
  %1714 = fmul double %1612, %1713
  %1715 = fmul double %1660, -1.200000e+00
  %1716 = tail call double @llvm.exp.f64(double %1715)
  %1717 = fmul double %1714, %1716
  %1718 = fadd double %1722, %1717
  br label %1719
1719:
  %1720 = phi double [ %1722, %1721 ], [ %1718, %1686 ], [ %1722, %1616 ]
  br i1 %1723, label %1754, label %1721
1721:
  %1722 = phi double [ 0.000000e+00, %1601 ], [ %1720, %1719 ]
  %1723 = phi i1 [ false, %1601 ], [ true, %1719 ]
  %1724 = phi i64 [ 0, %1601 ], [ 1, %1719 ]
  %1725 = mul nuw nsw i64 %1724, 55
  %1726 = add nuw nsw i64 %1725, 46
  %1727 = uitofp i64 %1726 to double
  %1728 = fmul double %1603, %1727
  %1729 = tail call double @llvm.floor.f64(double %1728)
  %1730 = fmul double %1604, %1727
  %1731 = tail call double @llvm.floor.f64(double %1730)
  %1732 = fptosi double %1729 to i64
  %1733 = fptosi double %1731 to i64
  %1734 = mul i64 %1732, 374761393
  %1735 = mul i64 %1733, 668265263
  %1736 = add i64 %1735, %1734
  %1737 = mul nuw nsw i64 %1724, 2246822519
  %1738 = add i64 %1736, %1737
  %1739 = add i64 %1738, 3912187483
  %1740 = lshr i64 %1739, 15
  %1741 = and i64 %1740, 131071
  %1742 = xor i64 %1741, %1739
  %1743 = mul i64 %1742, 2246822519
  %1744 = lshr i64 %1743, 13
  %1745 = and i64 %1744, 524287
  %1746 = xor i64 %1745, %1743
  %1747 = mul i64 %1746, 3266489917
  %1748 = and i64 %1747, 4294967295
  %1749 = lshr i64 %1748, 16
  %1750 = xor i64 %1749, %1748
  %1751 = uitofp i64 %1750 to double
  %1752 = fmul double %1751, 0x3DF0000000000000
  %1753 = fcmp ogt double %1752, 3.400000e-01
  br i1 %1753, label %1719, label %1605
1754:
  %1755 = fcmp ogt double %869, 1.000000e+00
  %1756 = select i1 %1755, double 1.000000e+00, double %869
  %1757 = fmul double %27, %1756
  %1758 = fmul double %1757, %1720
  %1759 = fmul double %826, 5.500000e-01
  %1760 = fmul double %823, 6.200000e-01
  %1761 = fadd double %1759, %1760
  %1762 = fmul double %829, 5.600000e-01
  %1763 = fsub double %1761, %1762
  %1764 = fmul double %826, 3.100000e-01
  %1765 = fmul double %823, 2.000000e-01
  %1766 = fadd double %1764, %1765
  %1767 = fmul double %829, 3.100000e-01
  %1768 = fmul double %1766, 2.560000e+02
  %1769 = fadd double %1768, -5.000000e-01
  %1770 = fmul double %1767, 2.560000e+02
  %1771 = fadd double %1770, -5.000000e-01
  %1772 = tail call double @llvm.floor.f64(double %1769)
  %1773 = tail call double @llvm.floor.f64(double %1771)
  %1774 = fsub double %1769, %1772
  %1775 = fsub double %1771, %1773
  %1776 = fptosi double %1772 to i64
  %1777 = and i64 %1776, 255
  %1778 = fptosi double %1773 to i64
  %1779 = add i64 %1776, 1
  %1780 = and i64 %1779, 255
  %1781 = shl i64 %1778, 8
  %1782 = and i64 %1781, 65280
  %1783 = getelementptr float, ptr %22, i64 %1782
  %1784 = getelementptr i8, ptr %1783, i64 2446592
  %1785 = getelementptr float, ptr %1784, i64 %1777
  %1786 = load float, ptr %1785, align 4
  %1787 = fsub double 1.000000e+00, %1774
  %1788 = fpext float %1786 to double
  %1789 = fmul double %1787, %1788
  %1790 = getelementptr float, ptr %1784, i64 %1780
  %1791 = load float, ptr %1790, align 4
  %1792 = fpext float %1791 to double
  %1793 = fmul double %1774, %1792
  %1794 = fadd double %1789, %1793
  %1795 = add i64 %1781, 256
  %1796 = and i64 %1795, 65280
  %1797 = getelementptr float, ptr %22, i64 %1796
  %1798 = getelementptr i8, ptr %1797, i64 2446592
  %1799 = getelementptr float, ptr %1798, i64 %1777
  %1800 = load float, ptr %1799, align 4
  %1801 = fpext float %1800 to double
  %1802 = fmul double %1787, %1801
  %1803 = getelementptr float, ptr %1798, i64 %1780
  %1804 = load float, ptr %1803, align 4
  %1805 = fpext float %1804 to double
  %1806 = fmul double %1774, %1805
  %1807 = fadd double %1802, %1806
  %1808 = fsub double 1.000000e+00, %1775
  %1809 = fmul double %1808, %1794
  %1810 = fmul double %1775, %1807
  %1811 = fadd double %1809, %1810
  %1812 = fmul double %1766, 1.280000e+02
  %1813 = fadd double %1812, -5.000000e-01
  %1814 = fmul double %1767, 1.280000e+02
  %1815 = fadd double %1814, -5.000000e-01
  %1816 = tail call double @llvm.floor.f64(double %1813)
  %1817 = tail call double @llvm.floor.f64(double %1815)
  %1818 = fsub double %1813, %1816
  %1819 = fsub double %1815, %1817
  %1820 = fptosi double %1816 to i64
  %1821 = and i64 %1820, 127
  %1822 = fptosi double %1817 to i64
  %1823 = add i64 %1820, 1
  %1824 = and i64 %1823, 127
  %1825 = shl i64 %1822, 7
  %1826 = and i64 %1825, 16256
  %1827 = getelementptr float, ptr %22, i64 %1826
  %1828 = getelementptr i8, ptr %1827, i64 2708736
  %1829 = getelementptr float, ptr %1828, i64 %1821
  %1830 = load float, ptr %1829, align 4
  %1831 = fsub double 1.000000e+00, %1818
  %1832 = fpext float %1830 to double
  %1833 = fmul double %1831, %1832
  %1834 = getelementptr float, ptr %1828, i64 %1824
  %1835 = load float, ptr %1834, align 4
  %1836 = fpext float %1835 to double
  %1837 = fmul double %1818, %1836
  %1838 = fadd double %1833, %1837
  %1839 = add i64 %1825, 128
  %1840 = and i64 %1839, 16256
  %1841 = getelementptr float, ptr %22, i64 %1840
  %1842 = getelementptr i8, ptr %1841, i64 2708736
  %1843 = getelementptr float, ptr %1842, i64 %1821
  %1844 = load float, ptr %1843, align 4
  %1845 = fpext float %1844 to double
  %1846 = fmul double %1831, %1845
  %1847 = getelementptr float, ptr %1842, i64 %1824
  %1848 = load float, ptr %1847, align 4
  %1849 = fpext float %1848 to double
  %1850 = fmul double %1818, %1849
  %1851 = fadd double %1846, %1850
  %1852 = fsub double 1.000000e+00, %1819
  %1853 = fmul double %1852, %1838
  %1854 = fmul double %1819, %1851
  %1855 = fadd double %1853, %1854
  %1856 = fsub double %1855, %1811
  %1857 = fmul double %1856, 0.000000e+00
  %1858 = fadd double %1811, %1857
  %1859 = fneg double %1763
  %1860 = fmul double %1763, %1859
  %1861 = fmul double %1860, 2.200000e+01
  %1862 = tail call double @llvm.exp.f64(double %1861)
  %1863 = fmul double %1858, %1862
  %1864 = fmul double %1858, %1863
  %1865 = fmul double %1864, 3.500000e-02
  %1866 = fmul double %1757, %1865
  %1867 = fmul double %1866, 8.500000e-01
  %1868 = fadd double %1758, %1867
  %1869 = fadd double %1596, %1868
  %1870 = fmul double %1758, 1.020000e+00
  %1871 = fmul double %1866, 9.000000e-01
  %1872 = fadd double %1870, %1871
  %1873 = fadd double %1597, %1872
  %1874 = fmul double %1758, 1.100000e+00
  %1875 = fmul double %1866, 1.150000e+00
  %1876 = fadd double %1874, %1875
  %1877 = fadd double %1598, %1876
  br label %1878
1878:
  %1879 = phi double [ %1869, %1754 ], [ %1596, %1595 ]
  %1880 = phi double [ %1873, %1754 ], [ %1597, %1595 ]
  %1881 = phi double [ %1877, %1754 ], [ %1598, %1595 ]
  %1882 = fmul double %1406, %1879
  %1883 = fadd double %1411, %1882
  %1884 = fmul double %1406, %1880
  %1885 = fadd double %1413, %1884
  %1886 = fmul double %1406, %1881
  %1887 = fadd double %1415, %1886
  br label %1888
1888:
  %1889 = phi double [ %1883, %1878 ], [ %1411, %1405 ]
  %1890 = phi double [ %1885, %1878 ], [ %1413, %1405 ]
  %1891 = phi double [ %1887, %1878 ], [ %1415, %1405 ]
  %1892 = fmul double %823, -4.000000e+00
  %1893 = tail call double @llvm.exp.f64(double %1892)
  %1894 = fmul double %49, %1893
  %1895 = fadd double %1889, %1894
  %1896 = fmul double %50, %1893
  %1897 = fadd double %1890, %1896
  %1898 = fmul double %51, %1893
  %1899 = fadd double %1891, %1898
  br label %3066
1900:
  %1901 = select i1 %804, i64 %95, i64 0
  %1902 = add i64 %1901, %764
  %1903 = icmp slt i64 %765, 0
  %1904 = select i1 %1903, i64 %96, i64 0
  %1905 = add i64 %1904, %765
  %1906 = mul i64 %1902, %96
  %1907 = add i64 %1905, %1906
  %1908 = getelementptr i64, ptr %94, i64 %1907
  %1909 = load i64, ptr %1908, align 8
  %1910 = icmp eq i64 %1909, 0
  br i1 %1910, label %2594, label %1911
1911:
  %1912 = load double, ptr %732, align 8
  %1913 = fcmp ogt double %1912, 0.000000e+00
  br i1 %1913, label %1914, label %1991
1914:
  %1915 = getelementptr i64, ptr %126, i64 %764
  %1916 = getelementptr i64, ptr %1915, i64 %805
  %1917 = load i64, ptr %1916, align 8
  %1918 = sub nsw i64 %765, %1917
  %1919 = load i64, ptr %728, align 8
  %1920 = add nsw i64 %1919, %1918
  %1921 = load i64, ptr %737, align 8
  %1922 = add nsw i64 %1921, %1918
  %1923 = load i64, ptr %739, align 8
  %1924 = icmp slt i64 %1920, %1923
  %1925 = load i64, ptr %741, align 8
  %1926 = icmp slt i64 %1922, %1925
  br i1 %1924, label %1927, label %1966
1927:
  br i1 %1926, label %1928, label %1991
1928:
  %1929 = icmp slt i64 %1920, 0
  %1930 = select i1 %1929, i64 %96, i64 0
  %1931 = add i64 %1920, %744
  %1932 = add i64 %1931, %1930
  %1933 = getelementptr i64, ptr %94, i64 %1932
  %1934 = load i64, ptr %1933, align 8
  %1935 = icmp slt i64 %1922, 0
  %1936 = select i1 %1935, i64 %96, i64 0
  %1937 = add i64 %1922, %747
  %1938 = add i64 %1937, %1936
  %1939 = getelementptr i64, ptr %94, i64 %1938
  %1940 = load i64, ptr %1939, align 8
  %1941 = icmp eq i64 %1934, %1940
  br i1 %1941, label %1942, label %1991
1942:
  %1943 = getelementptr i64, ptr %123, i64 %1932
  %1944 = load i64, ptr %1943, align 8
  %1945 = getelementptr i64, ptr %123, i64 %1938
  %1946 = load i64, ptr %1945, align 8
  %1947 = icmp eq i64 %1944, %1946
  br i1 %1947, label %1948, label %1991
1948:
  %1949 = select i1 %1929, i64 %93, i64 0
  %1950 = add i64 %1920, %750
  %1951 = add i64 %1950, %1949
  %1952 = getelementptr double, ptr %121, i64 %1951
  %1953 = load double, ptr %1952, align 8
  %1954 = select i1 %1935, i64 %93, i64 0
  %1955 = add i64 %1922, %753
  %1956 = add i64 %1955, %1954
  %1957 = getelementptr double, ptr %121, i64 %1956
  %1958 = load double, ptr %1957, align 8
  %1959 = fcmp oeq double %1953, %1958
  br i1 %1959, label %1960, label %1991
1960:
  %1961 = getelementptr double, ptr %119, i64 %1951
  %1962 = load double, ptr %1961, align 8
  %1963 = getelementptr double, ptr %119, i64 %1956
  %1964 = load double, ptr %1963, align 8
  %1965 = fcmp oeq double %1962, %1964
  br i1 %1965, label %1967, label %1991
1966:
  br i1 %1926, label %1991, label %1967
1967:
  %1968 = icmp slt i64 %1920, 0
  %1969 = select i1 %1968, i64 %93, i64 0
  %1970 = getelementptr double, ptr %754, i64 %1920
  %1971 = getelementptr double, ptr %1970, i64 %1969
  %1972 = load double, ptr %1971, align 8
  %1973 = icmp slt i64 %1922, 0
  %1974 = select i1 %1973, i64 %93, i64 0
  %1975 = getelementptr double, ptr %755, i64 %1922
  %1976 = getelementptr double, ptr %1975, i64 %1974
  %1977 = load double, ptr %1976, align 8
  %1978 = fcmp ogt double %1977, %1972
  %1979 = select i1 %1978, double %1977, double %1972
  %1980 = fcmp ugt double %1979, %307
  br i1 %1980, label %1981, label %1986
1981:
  %1982 = fcmp olt double %1977, %1972
  %1983 = select i1 %1982, double %1977, double %1972
  %1984 = fsub double %1979, %1983
  %1985 = fcmp olt double %1984, 3.000000e-01
  br i1 %1985, label %1986, label %1991
1986:
  %1987 = and i64 %1920, 1
  %1988 = or i64 %1987, %756
  %1989 = shl nsw i64 %1920, 1
  %1990 = or i64 %1989, 1
  br label %3403
1991:
  %1992 = shl nsw i64 %764, 1
  %1993 = and i64 %765, 1
  %1994 = or i64 %1993, %1992
  %1995 = shl nsw i64 %765, 1
  br label %3403
1996:
  %1997 = getelementptr i8, ptr %3410, i64 216
  %1998 = load double, ptr %1997, align 8
  %1999 = fcmp ult double %1998, 1.280000e+02
  br i1 %1999, label %2036, label %2000
2000:
  store ptr null, ptr %108, align 8
  %2001 = fcmp olt double %3411, 0.000000e+00
  br i1 %2001, label %2036, label %2002
2002:
  %2003 = getelementptr i8, ptr %3410, i64 216
  %2004 = load double, ptr %2003, align 8
  %2005 = fcmp ugt double %2004, 0.000000e+00
  br i1 %2005, label %2006, label %2036
2006:
  %2007 = ashr i64 %3405, 1
  %2008 = fptosi double %3411 to i64
  %2009 = ashr i64 %2008, 1
  %2010 = icmp slt i64 %2007, 0
  %2011 = select i1 %2010, i64 %95, i64 0
  %2012 = add i64 %2011, %2007
  %2013 = icmp slt i64 %2009, 0
  %2014 = select i1 %2013, i64 %96, i64 0
  %2015 = add i64 %2014, %2009
  %2016 = mul i64 %2012, %96
  %2017 = getelementptr i64, ptr %94, i64 %2016
  %2018 = getelementptr i64, ptr %2017, i64 %2015
  %2019 = load i64, ptr %2018, align 8
  %2020 = getelementptr i64, ptr %123, i64 %2016
  %2021 = getelementptr i64, ptr %2020, i64 %2015
  %2022 = load i64, ptr %2021, align 8
  %2023 = select i1 %2010, i64 %92, i64 0
  %2024 = add i64 %2023, %2007
  %2025 = select i1 %2013, i64 %93, i64 0
  %2026 = mul i64 %2024, %93
  %2027 = getelementptr double, ptr %121, i64 %2026
  %2028 = getelementptr double, ptr %2027, i64 %2009
  %2029 = getelementptr double, ptr %2028, i64 %2025
  %2030 = load double, ptr %2029, align 8
  %2031 = select i1 %3406, i64 %103, i64 0
  %2032 = add i64 %2031, %3405
  %2033 = mul i64 %2032, %104
  %2034 = getelementptr float, ptr %102, i64 %2033
  call fastcc void @1(ptr %108, ptr %5, i64 %6, i64 %7, ptr %36, i64 %37, i64 %38, i64 %39, double %40, double %41, double %42, double %43, double %44, double %45, double %46, double %47, double %48, double %49, double %50, double %51, double %52, double %53, double %54, double %55, double %56, double %57, double %58, double %59, double %60, double %61, double %62, double %64, double %66, double %67, double %68, double %69, double %70, double %71, ptr %72, i64 %73, i64 %74, i64 %75, i64 %2019, i64 %2022, double %2030, i64 %326, i8 %214, ptr %3410, ptr %2034, i64 %104, ptr %105, ptr %84, i64 %86, i64 %87)
  %2035 = load double, ptr %3410, align 8
  br label %2036
2036:
  %2037 = phi double [ %2035, %2006 ], [ %3411, %2002 ], [ %3411, %2000 ], [ %3411, %1996 ]
  %2038 = fcmp une double %2037, %3412
  br i1 %2038, label %2039, label %2565
2039:
  store double %3412, ptr %3410, align 8
  %2040 = load i64, ptr %1908, align 8
  %2041 = getelementptr i64, ptr %123, i64 %1907
  %2042 = load i64, ptr %2041, align 8
  %2043 = select i1 %804, i64 %92, i64 0
  %2044 = add i64 %2043, %764
  %2045 = select i1 %1903, i64 %93, i64 0
  %2046 = mul i64 %2044, %93
  %2047 = getelementptr double, ptr %119, i64 %2046
  %2048 = getelementptr double, ptr %2047, i64 %765
  %2049 = getelementptr double, ptr %2048, i64 %2045
  %2050 = load double, ptr %2049, align 8
  %2051 = and i64 %3404, 1
  %2052 = icmp eq i64 %2051, 0
  %2053 = select i1 %2052, double %800, double %731
  %2054 = fsub double %2053, %141
  %2055 = fdiv double %2054, %70
  %2056 = fmul double %66, %2055
  %2057 = fadd double %68, %2056
  %2058 = fmul double %67, %2055
  %2059 = fadd double %69, %2058
  %2060 = fmul double %2055, %2055
  %2061 = fadd double %2060, 1.000000e+00
  %2062 = tail call double @llvm.sqrt.f64(double %2061)
  %2063 = icmp eq i64 %2040, 1
  br i1 %2063, label %2064, label %2072
2064:
  %2065 = fsub double %2050, %63
  %2066 = tail call double @llvm.fabs.f64(double %2057)
  %2067 = fcmp ogt double %2066, 0x3EB0C6F7A0B5ED8D
  %2068 = select i1 %2067, double %2057, double 0x3EB0C6F7A0B5ED8D
  %2069 = fdiv double %2065, %2068
  %2070 = fcmp ogt double %2057, 0.000000e+00
  %2071 = select i1 %2070, double -1.000000e+00, double 1.000000e+00
  br label %2080
2072:
  %2073 = fsub double %2050, %65
  %2074 = tail call double @llvm.fabs.f64(double %2059)
  %2075 = fcmp ogt double %2074, 0x3EB0C6F7A0B5ED8D
  %2076 = select i1 %2075, double %2059, double 0x3EB0C6F7A0B5ED8D
  %2077 = fdiv double %2073, %2076
  %2078 = fcmp ogt double %2059, 0.000000e+00
  %2079 = select i1 %2078, double -1.000000e+00, double 1.000000e+00
  br label %2080
2080:
  %2081 = phi double [ %2074, %2072 ], [ %2066, %2064 ]
  %2082 = phi double [ %2057, %2072 ], [ %2059, %2064 ]
  %2083 = phi double [ %2079, %2072 ], [ 0.000000e+00, %2064 ]
  %2084 = phi double [ %2077, %2072 ], [ %2069, %2064 ]
  %2085 = phi double [ 0.000000e+00, %2072 ], [ %2071, %2064 ]
  %2086 = fcmp olt double %2084, 5.000000e-02
  %2087 = select i1 %2086, double 5.000000e-02, double %2084
  %2088 = fcmp ogt double %2087, 5.400000e+03
  %2089 = select i1 %2088, double 5.400000e+03, double %2087
  %2090 = fmul double %2057, %2089
  %2091 = fadd double %63, %2090
  %2092 = fmul double %2059, %2089
  %2093 = fadd double %65, %2092
  %2094 = fmul double %2085, 2.400000e+00
  %2095 = fadd double %2094, %2091
  %2096 = fmul double %2083, 2.400000e+00
  %2097 = fadd double %2096, %2093
  %2098 = fdiv double %2095, 3.000000e+00
  %2099 = fadd double %2098, -5.000000e-01
  %2100 = fdiv double %2097, 3.000000e+00
  %2101 = fadd double %2100, -5.000000e-01
  %2102 = tail call double @llvm.floor.f64(double %2099)
  %2103 = tail call double @llvm.floor.f64(double %2101)
  %2104 = fptosi double %2102 to i64
  %2105 = and i64 %2104, 511
  %2106 = fptosi double %2103 to i64
  %2107 = and i64 %2106, 511
  %2108 = add nsw i64 %2104, 1
  %2109 = and i64 %2108, 511
  %2110 = add nsw i64 %2106, 1
  %2111 = and i64 %2110, 511
  %2112 = fsub double %2099, %2102
  %2113 = fsub double %2101, %2103
  %2114 = fsub double 1.000000e+00, %2113
  %2115 = fsub double 1.000000e+00, %2112
  %2116 = fmul double %2115, %2114
  %2117 = fmul double %2112, %2114
  %2118 = fmul double %2113, %2115
  %2119 = fmul double %2112, %2113
  %2120 = mul i64 %2107, %216
  %2121 = mul i64 %2105, %14
  %2122 = getelementptr float, ptr %12, i64 %2120
  %2123 = getelementptr float, ptr %2122, i64 %2121
  %2124 = load float, ptr %2123, align 4
  %2125 = fpext float %2124 to double
  %2126 = fmul double %2116, %2125
  %2127 = mul i64 %2109, %14
  %2128 = getelementptr float, ptr %2122, i64 %2127
  %2129 = load float, ptr %2128, align 4
  %2130 = fpext float %2129 to double
  %2131 = fmul double %2117, %2130
  %2132 = fadd double %2126, %2131
  %2133 = mul i64 %2111, %216
  %2134 = getelementptr float, ptr %12, i64 %2133
  %2135 = getelementptr float, ptr %2134, i64 %2121
  %2136 = load float, ptr %2135, align 4
  %2137 = fpext float %2136 to double
  %2138 = fmul double %2118, %2137
  %2139 = getelementptr float, ptr %2134, i64 %2127
  %2140 = load float, ptr %2139, align 4
  %2141 = fpext float %2140 to double
  %2142 = fmul double %2119, %2141
  %2143 = fadd double %2142, %2138
  %2144 = fadd double %2132, %2143
  %2145 = getelementptr i8, ptr %2123, i64 4
  %2146 = load float, ptr %2145, align 4
  %2147 = fpext float %2146 to double
  %2148 = fmul double %2116, %2147
  %2149 = getelementptr i8, ptr %2128, i64 4
  %2150 = load float, ptr %2149, align 4
  %2151 = fpext float %2150 to double
  %2152 = fmul double %2117, %2151
  %2153 = fadd double %2148, %2152
  %2154 = getelementptr i8, ptr %2135, i64 4
  %2155 = load float, ptr %2154, align 4
  %2156 = fpext float %2155 to double
  %2157 = fmul double %2118, %2156
  %2158 = getelementptr i8, ptr %2139, i64 4
  %2159 = load float, ptr %2158, align 4
  %2160 = fpext float %2159 to double
  %2161 = fmul double %2119, %2160
  %2162 = fadd double %2161, %2157
  %2163 = fadd double %2153, %2162
  %2164 = getelementptr i8, ptr %2123, i64 8
  %2165 = load float, ptr %2164, align 4
  %2166 = fpext float %2165 to double
  %2167 = fmul double %2116, %2166
  %2168 = getelementptr i8, ptr %2128, i64 8
  %2169 = load float, ptr %2168, align 4
  %2170 = fpext float %2169 to double
  %2171 = fmul double %2117, %2170
  %2172 = fadd double %2167, %2171
  %2173 = getelementptr i8, ptr %2135, i64 8
  %2174 = load float, ptr %2173, align 4
  %2175 = fpext float %2174 to double
  %2176 = fmul double %2118, %2175
  %2177 = getelementptr i8, ptr %2139, i64 8
  %2178 = load float, ptr %2177, align 4
  %2179 = fpext float %2178 to double
  %2180 = fmul double %2119, %2179
  %2181 = fadd double %2176, %2180
  %2182 = fadd double %2172, %2181
  %2183 = getelementptr i8, ptr %2123, i64 12
  %2184 = load float, ptr %2183, align 4
  %2185 = fpext float %2184 to double
  %2186 = fmul double %2116, %2185
  %2187 = getelementptr i8, ptr %2128, i64 12
  %2188 = load float, ptr %2187, align 4
  %2189 = fpext float %2188 to double
  %2190 = fmul double %2117, %2189
  %2191 = fadd double %2186, %2190
  %2192 = getelementptr i8, ptr %2135, i64 12
  %2193 = load float, ptr %2192, align 4
  %2194 = fpext float %2193 to double
  %2195 = fmul double %2118, %2194
  %2196 = getelementptr i8, ptr %2139, i64 12
  %2197 = load float, ptr %2196, align 4
  %2198 = fpext float %2197 to double
  %2199 = fmul double %2119, %2198
  %2200 = fadd double %2195, %2199
  %2201 = fadd double %2191, %2200
  %2202 = getelementptr i8, ptr %2123, i64 16
  %2203 = load float, ptr %2202, align 4
  %2204 = fpext float %2203 to double
  %2205 = fmul double %2116, %2204
  %2206 = getelementptr i8, ptr %2128, i64 16
  %2207 = load float, ptr %2206, align 4
  %2208 = fpext float %2207 to double
  %2209 = fmul double %2117, %2208
  %2210 = fadd double %2205, %2209
  %2211 = getelementptr i8, ptr %2135, i64 16
  %2212 = load float, ptr %2211, align 4
  %2213 = fpext float %2212 to double
  %2214 = fmul double %2118, %2213
  %2215 = getelementptr i8, ptr %2139, i64 16
  %2216 = load float, ptr %2215, align 4
  %2217 = fpext float %2216 to double
  %2218 = fmul double %2119, %2217
  %2219 = fadd double %2214, %2218
  %2220 = fadd double %2210, %2219
  %2221 = select i1 %2063, double %2093, double %2091
  %2222 = fdiv double %2082, %2062
  %2223 = fdiv double %2081, %2062
  %2224 = fdiv double %2221, 1.536000e+03
  %2225 = tail call double @llvm.floor.f64(double %2224)
  %2226 = fmul double %2225, 1.536000e+03
  %2227 = fsub double %2221, %2226
  %2228 = fcmp olt double %2223, 3.000000e-02
  %2229 = select i1 %2228, double 3.000000e-02, double %2223
  %2230 = fmul double %215, %2089
  %2231 = fdiv double %2230, %2229
  %2232 = getelementptr i8, ptr %3410, i64 224
  store double %2053, ptr %2232, align 8
  %2233 = getelementptr i8, ptr %3410, i64 232
  store double %2055, ptr %2233, align 8
  %2234 = getelementptr i8, ptr %3410, i64 240
  store double %2082, ptr %2234, align 8
  %2235 = getelementptr i8, ptr %3410, i64 248
  store double %2081, ptr %2235, align 8
  %2236 = getelementptr i8, ptr %3410, i64 8
  store double %2144, ptr %2236, align 8
  %2237 = getelementptr i8, ptr %3410, i64 16
  store double %2163, ptr %2237, align 8
  %2238 = getelementptr i8, ptr %3410, i64 24
  store double %2182, ptr %2238, align 8
  %2239 = getelementptr i8, ptr %3410, i64 32
  store double %2201, ptr %2239, align 8
  %2240 = getelementptr i8, ptr %3410, i64 40
  store double %2220, ptr %2240, align 8
  %2241 = getelementptr i8, ptr %3410, i64 48
  store double %2089, ptr %2241, align 8
  %2242 = getelementptr i8, ptr %3410, i64 72
  store double %2227, ptr %2242, align 8
  %2243 = getelementptr i8, ptr %3410, i64 80
  store double %2231, ptr %2243, align 8
  %2244 = getelementptr i8, ptr %3410, i64 88
  store double %2230, ptr %2244, align 8
  %2245 = fmul double %2057, 2.000000e+00
  %2246 = tail call double @llvm.fabs.f64(double %2085)
  %2247 = fmul double %2245, %2246
  %2248 = fsub double %2057, %2247
  %2249 = fmul double %2059, 2.000000e+00
  %2250 = tail call double @llvm.fabs.f64(double %2083)
  %2251 = fmul double %2249, %2250
  %2252 = fsub double %2059, %2251
  %2253 = tail call double @atan2(double %2248, double %2252)
  %2254 = getelementptr i8, ptr %3410, i64 56
  store double %2253, ptr %2254, align 8
  %2255 = fcmp olt double %2223, 6.000000e-02
  %2256 = select i1 %2255, double 6.000000e-02, double %2223
  %2257 = fdiv double %2222, %2256
  %2258 = fmul double %2257, 2.400000e+01
  %2259 = fadd double %2258, %2227
  %2260 = fmul double %2259, 3.000000e-01
  %2261 = fmul double %2231, 2.500000e-01
  %2262 = fcmp olt double %2261, 1.000000e-04
  %2263 = select i1 %2262, double 1.000000e-04, double %2261
  %2264 = fadd double %2263, %2260
  %2265 = tail call double @llvm.floor.f64(double %2264)
  %2266 = fmul double %2265, 4.500000e-01
  %2267 = fsub double %2264, %2265
  %2268 = fcmp olt double %2267, 0.000000e+00
  %2269 = select i1 %2268, double 0.000000e+00, double %2267
  %2270 = fcmp ogt double %2269, 4.500000e-01
  %2271 = select i1 %2270, double 4.500000e-01, double %2269
  %2272 = fadd double %2266, %2271
  %2273 = fsub double %2260, %2263
  %2274 = tail call double @llvm.floor.f64(double %2273)
  %2275 = fmul double %2274, 4.500000e-01
  %2276 = fsub double %2273, %2274
  %2277 = fcmp olt double %2276, 0.000000e+00
  %2278 = select i1 %2277, double 0.000000e+00, double %2276
  %2279 = fcmp ogt double %2278, 4.500000e-01
  %2280 = select i1 %2279, double 4.500000e-01, double %2278
  %2281 = fadd double %2275, %2280
  %2282 = fsub double %2272, %2281
  %2283 = fdiv double 5.000000e-01, %2263
  %2284 = fmul double %2283, %2282
  %2285 = getelementptr i8, ptr %3410, i64 64
  store double %2284, ptr %2285, align 8
  %2286 = getelementptr i8, ptr %3410, i64 256
  store double -1.000000e+00, ptr %2286, align 8
  %2287 = icmp slt i64 %2042, 0
  %2288 = select i1 %2287, i64 %6, i64 0
  %2289 = add i64 %2288, %2042
  %2290 = mul i64 %2289, %7
  %2291 = getelementptr double, ptr %5, i64 %2290
  %2292 = load double, ptr %2291, align 8
  %2293 = fcmp ult double %2292, 5.000000e+00
  br i1 %2293, label %2294, label %2565
2294:
  %2295 = getelementptr i8, ptr %2291, i64 16
  %2296 = load double, ptr %2295, align 8
  %2297 = fdiv double %2227, %2296
  %2298 = fmul double %2231, 5.000000e-01
  %2299 = fdiv double %2298, %2296
  %2300 = fmul double %2230, 5.000000e-01
  %2301 = getelementptr i8, ptr %2291, i64 8
  %2302 = load double, ptr %2301, align 8
  %2303 = fdiv double %2300, %2302
  %2304 = fcmp ogt double %2303, %2299
  %2305 = select i1 %2304, double %2303, double %2299
  %2306 = fmul double %2305, 2.000000e+00
  %2307 = getelementptr i8, ptr %2291, i64 24
  %2308 = load double, ptr %2307, align 8
  %2309 = fmul double %2308, 5.000000e-01
  %2310 = fsub double 5.000000e-01, %2309
  %2311 = fadd double %2309, 5.000000e-01
  %2312 = getelementptr i8, ptr %3410, i64 96
  store double %2306, ptr %2312, align 8
  %2313 = fadd double %2306, -1.400000e-01
  %2314 = fmul double %2313, 0x400EC4EC4EC4EC4E
  %2315 = fcmp olt double %2314, 0.000000e+00
  %2316 = select i1 %2315, double 0.000000e+00, double %2314
  %2317 = fcmp ogt double %2316, 1.000000e+00
  %2318 = select i1 %2317, double 1.000000e+00, double %2316
  %2319 = fmul double %2318, %2318
  %2320 = fmul double %2318, 2.000000e+00
  %2321 = fsub double 3.000000e+00, %2320
  %2322 = fmul double %2319, %2321
  %2323 = fsub double 1.000000e+00, %2322
  %2324 = getelementptr i8, ptr %3410, i64 104
  store double %2323, ptr %2324, align 8
  %2325 = fmul double %2313, 0x400C924924924925
  %2326 = fcmp olt double %2325, 0.000000e+00
  %2327 = select i1 %2326, double 0.000000e+00, double %2325
  %2328 = fcmp ogt double %2327, 1.000000e+00
  %2329 = select i1 %2328, double 1.000000e+00, double %2327
  %2330 = fmul double %2329, %2329
  %2331 = fmul double %2329, 2.000000e+00
  %2332 = fsub double 3.000000e+00, %2331
  %2333 = fmul double %2330, %2332
  %2334 = fsub double 1.000000e+00, %2333
  %2335 = getelementptr i8, ptr %3410, i64 112
  store double %2334, ptr %2335, align 8
  %2336 = fadd double %2306, -3.500000e-01
  %2337 = fmul double %2336, 0x3FF5555555555554
  %2338 = fcmp olt double %2337, 0.000000e+00
  %2339 = select i1 %2338, double 0.000000e+00, double %2337
  %2340 = fcmp ogt double %2339, 1.000000e+00
  %2341 = select i1 %2340, double 1.000000e+00, double %2339
  %2342 = fmul double %2341, %2341
  %2343 = fmul double %2341, 2.000000e+00
  %2344 = fsub double 3.000000e+00, %2343
  %2345 = fmul double %2342, %2344
  %2346 = getelementptr i8, ptr %3410, i64 120
  store double %2345, ptr %2346, align 8
  %2347 = fcmp ogt double %2230, %2231
  %2348 = select i1 %2347, double %2230, double %2231
  %2349 = fadd double %2348, -5.000000e-02
  %2350 = fmul double %2349, 0x40222E8BA2E8BA2F
  %2351 = fcmp olt double %2350, 0.000000e+00
  %2352 = select i1 %2351, double 0.000000e+00, double %2350
  %2353 = fcmp ogt double %2352, 1.000000e+00
  %2354 = select i1 %2353, double 1.000000e+00, double %2352
  %2355 = fmul double %2354, %2354
  %2356 = fmul double %2354, 2.000000e+00
  %2357 = fsub double 3.000000e+00, %2356
  %2358 = fmul double %2355, %2357
  %2359 = fsub double 1.000000e+00, %2358
  %2360 = getelementptr i8, ptr %3410, i64 128
  store double %2359, ptr %2360, align 8
  %2361 = fcmp olt double %2306, 5.000000e-01
  %2362 = select i1 %2361, double 5.000000e-01, double %2306
  %2363 = tail call double @llvm.log2.f64(double %2362)
  %2364 = fadd double %2363, 1.000000e+00
  %2365 = fcmp olt double %2364, 0.000000e+00
  %2366 = select i1 %2365, double 0.000000e+00, double %2364
  %2367 = getelementptr i8, ptr %3410, i64 136
  store double %2366, ptr %2367, align 8
  %2368 = tail call double @llvm.floor.f64(double %2366)
  %2369 = tail call double @llvm.exp2.f64(double %2368)
  %2370 = getelementptr i8, ptr %3410, i64 144
  store double %2369, ptr %2370, align 8
  %2371 = fcmp olt double %2299, 1.000000e-04
  %2372 = select i1 %2371, double 1.000000e-04, double %2299
  %2373 = fadd double %2297, %2372
  %2374 = tail call double @llvm.floor.f64(double %2373)
  %2375 = fsub double %2311, %2310
  %2376 = fmul double %2375, %2374
  %2377 = fsub double %2373, %2374
  %2378 = fsub double %2377, %2310
  %2379 = fcmp olt double %2378, 0.000000e+00
  %2380 = select i1 %2379, double 0.000000e+00, double %2378
  %2381 = fcmp olt double %2375, %2380
  %2382 = select i1 %2381, double %2375, double %2380
  %2383 = fadd double %2376, %2382
  %2384 = fsub double %2297, %2372
  %2385 = tail call double @llvm.floor.f64(double %2384)
  %2386 = fdiv double 5.000000e-01, %2372
  %2387 = fmul double %2375, %2385
  %2388 = fsub double %2384, %2385
  %2389 = fsub double %2388, %2310
  %2390 = fcmp olt double %2389, 0.000000e+00
  %2391 = select i1 %2390, double 0.000000e+00, double %2389
  %2392 = fcmp olt double %2375, %2391
  %2393 = select i1 %2392, double %2375, double %2391
  %2394 = fadd double %2387, %2393
  %2395 = fsub double %2383, %2394
  %2396 = fmul double %2386, %2395
  %2397 = getelementptr i8, ptr %3410, i64 152
  store double %2396, ptr %2397, align 8
  %2398 = fadd double %2310, -3.000000e-02
  %2399 = fadd double %2311, 3.000000e-02
  %2400 = fsub double %2399, %2398
  %2401 = fmul double %2374, %2400
  %2402 = fsub double %2377, %2398
  %2403 = fcmp olt double %2402, 0.000000e+00
  %2404 = select i1 %2403, double 0.000000e+00, double %2402
  %2405 = fcmp olt double %2400, %2404
  %2406 = select i1 %2405, double %2400, double %2404
  %2407 = fadd double %2401, %2406
  %2408 = fmul double %2385, %2400
  %2409 = fsub double %2388, %2398
  %2410 = fcmp olt double %2409, 0.000000e+00
  %2411 = select i1 %2410, double 0.000000e+00, double %2409
  %2412 = fcmp olt double %2400, %2411
  %2413 = select i1 %2412, double %2400, double %2411
  %2414 = fadd double %2408, %2413
  %2415 = fsub double %2407, %2414
  %2416 = fmul double %2386, %2415
  %2417 = getelementptr i8, ptr %3410, i64 160
  store double %2416, ptr %2417, align 8
  %2418 = load double, ptr %2291, align 8
  %2419 = fcmp oeq double %2418, 3.000000e+00
  %2420 = select i1 %2419, double 5.000000e-02, double 2.400000e-01
  %2421 = fcmp olt double %2223, 8.000000e-02
  %2422 = select i1 %2421, double 8.000000e-02, double %2223
  %2423 = fdiv double %2420, %2422
  %2424 = fmul double %2222, %2423
  %2425 = fdiv double %2424, %2296
  %2426 = fadd double %2297, %2425
  %2427 = fadd double %2372, %2426
  %2428 = tail call double @llvm.floor.f64(double %2427)
  %2429 = fmul double %2375, %2428
  %2430 = fsub double %2427, %2428
  %2431 = fsub double %2430, %2310
  %2432 = fcmp olt double %2431, 0.000000e+00
  %2433 = select i1 %2432, double 0.000000e+00, double %2431
  %2434 = fcmp olt double %2375, %2433
  %2435 = select i1 %2434, double %2375, double %2433
  %2436 = fadd double %2429, %2435
  %2437 = fsub double %2426, %2372
  %2438 = tail call double @llvm.floor.f64(double %2437)
  %2439 = fmul double %2375, %2438
  %2440 = fsub double %2437, %2438
  %2441 = fsub double %2440, %2310
  %2442 = fcmp olt double %2441, 0.000000e+00
  %2443 = select i1 %2442, double 0.000000e+00, double %2441
  %2444 = fcmp olt double %2375, %2443
  %2445 = select i1 %2444, double %2375, double %2443
  %2446 = fadd double %2439, %2445
  %2447 = fsub double %2436, %2446
  %2448 = fmul double %2386, %2447
  %2449 = getelementptr i8, ptr %3410, i64 168
  store double %2448, ptr %2449, align 8
  %2450 = fcmp olt double %2308, 0x3FE6666666666666
  br i1 %2450, label %2548, label %2451
2451:
  %2452 = phi double [ %2564, %2548 ], [ 0.000000e+00, %2294 ]
  %2453 = getelementptr i8, ptr %3410, i64 176
  store double %2452, ptr %2453, align 8
  %2454 = tail call double @llvm.floor.f64(double %2297)
  %2455 = fsub double %2297, %2454
  %2456 = fmul double %2308, 2.000000e-01
  %2457 = fadd double %2456, %2310
  %2458 = fadd double %2372, %2455
  %2459 = fcmp olt double %2457, %2458
  %2460 = select i1 %2459, double %2457, double %2458
  %2461 = fsub double %2455, %2372
  %2462 = fcmp olt double %2461, 0.000000e+00
  %2463 = select i1 %2462, double 0.000000e+00, double %2461
  %2464 = fsub double %2460, %2463
  %2465 = fcmp olt double %2464, 0.000000e+00
  %2466 = select i1 %2465, double 0.000000e+00, double %2464
  %2467 = fmul double %2386, %2466
  %2468 = fcmp ogt double %2458, 1.000000e+00
  %2469 = select i1 %2468, double 1.000000e+00, double %2458
  %2470 = fsub double %2311, %2456
  %2471 = fcmp ogt double %2470, %2461
  %2472 = select i1 %2471, double %2470, double %2461
  %2473 = fsub double %2469, %2472
  %2474 = fcmp olt double %2473, 0.000000e+00
  %2475 = select i1 %2474, double 0.000000e+00, double %2473
  %2476 = fmul double %2386, %2475
  %2477 = fadd double %2467, %2476
  %2478 = fcmp ogt double %2477, 1.000000e+00
  %2479 = select i1 %2478, double 1.000000e+00, double %2477
  %2480 = fmul double %2479, 4.000000e-01
  %2481 = fmul double %2323, %2480
  %2482 = getelementptr i8, ptr %3410, i64 184
  store double %2481, ptr %2482, align 8
  %2483 = icmp sgt i64 %2040, 14
  %2484 = select i1 %2483, i64 %7, i64 0
  %2485 = shl i64 %2040, 1
  %2486 = sub i64 %2484, %2485
  %2487 = getelementptr double, ptr %2291, i64 %2486
  %2488 = getelementptr i8, ptr %2487, i64 224
  %2489 = load double, ptr %2488, align 8
  %2490 = getelementptr i8, ptr %2487, i64 232
  %2491 = load double, ptr %2490, align 8
  %2492 = fcmp olt double %2298, 1.000000e-04
  %2493 = select i1 %2492, double 1.000000e-04, double %2298
  %2494 = fadd double %2493, %2227
  %2495 = fsub double %2227, %2493
  %2496 = fdiv double 5.000000e-01, %2493
  %2497 = fadd double %2491, -3.000000e+00
  %2498 = fcmp olt double %2497, %2494
  %2499 = select i1 %2498, double %2497, double %2494
  %2500 = fadd double %2491, -3.300000e+00
  %2501 = fcmp ogt double %2500, %2495
  %2502 = select i1 %2501, double %2500, double %2495
  %2503 = fsub double %2499, %2502
  %2504 = fcmp olt double %2503, 0.000000e+00
  %2505 = select i1 %2504, double 0.000000e+00, double %2503
  %2506 = fmul double %2496, %2505
  %2507 = fadd double %2489, 3.300000e+00
  %2508 = fcmp olt double %2507, %2494
  %2509 = select i1 %2508, double %2507, double %2494
  %2510 = fadd double %2489, 3.000000e+00
  %2511 = fcmp ogt double %2510, %2495
  %2512 = select i1 %2511, double %2510, double %2495
  %2513 = fsub double %2509, %2512
  %2514 = fcmp olt double %2513, 0.000000e+00
  %2515 = select i1 %2514, double 0.000000e+00, double %2513
  %2516 = fmul double %2496, %2515
  %2517 = fmul double %2516, 8.000000e-01
  %2518 = fmul double %2506, 8.000000e-01
  %2519 = fadd double %2517, %2518
  %2520 = getelementptr i8, ptr %3410, i64 192
  store double %2519, ptr %2520, align 8
  %2521 = fsub double %2491, %2489
  %2522 = fmul double %2521, 5.000000e-01
  %2523 = fadd double %2522, -9.000000e+00
  %2524 = fcmp ogt double %2523, 2.400000e+00
  %2525 = select i1 %2524, double %2523, double 2.400000e+00
  %2526 = fsub double %2491, %2525
  %2527 = fadd double %2526, 3.500000e-01
  %2528 = fcmp olt double %2527, %2494
  %2529 = select i1 %2528, double %2527, double %2494
  %2530 = fadd double %2489, %2525
  %2531 = fadd double %2530, -3.500000e-01
  %2532 = fcmp ogt double %2531, %2495
  %2533 = select i1 %2532, double %2531, double %2495
  %2534 = fsub double %2529, %2533
  %2535 = fcmp olt double %2534, 0.000000e+00
  %2536 = select i1 %2535, double 0.000000e+00, double %2534
  %2537 = fmul double %2496, %2536
  %2538 = getelementptr i8, ptr %3410, i64 200
  store double %2537, ptr %2538, align 8
  %2539 = fcmp olt double %2526, %2494
  %2540 = select i1 %2539, double %2526, double %2494
  %2541 = fcmp ogt double %2530, %2495
  %2542 = select i1 %2541, double %2530, double %2495
  %2543 = fsub double %2540, %2542
  %2544 = fcmp olt double %2543, 0.000000e+00
  %2545 = select i1 %2544, double 0.000000e+00, double %2543
  %2546 = fmul double %2496, %2545
  %2547 = getelementptr i8, ptr %3410, i64 208
  store double %2546, ptr %2547, align 8
  br label %2565
2548:
  %2549 = fmul double %2374, 0x3F989374BC6A7F00
  %2550 = fadd double %2377, -4.880000e-01
  %2551 = fcmp olt double %2550, 0.000000e+00
  %2552 = select i1 %2551, double 0.000000e+00, double %2550
  %2553 = fcmp ogt double %2552, 0x3F989374BC6A7F00
  %2554 = select i1 %2553, double 0x3F989374BC6A7F00, double %2552
  %2555 = fadd double %2549, %2554
  %2556 = fmul double %2385, 0x3F989374BC6A7F00
  %2557 = fadd double %2388, -4.880000e-01
  %2558 = fcmp olt double %2557, 0.000000e+00
  %2559 = select i1 %2558, double 0.000000e+00, double %2557
  %2560 = fcmp ogt double %2559, 0x3F989374BC6A7F00
  %2561 = select i1 %2560, double 0x3F989374BC6A7F00, double %2559
  %2562 = fadd double %2556, %2561
  %2563 = fsub double %2555, %2562
  %2564 = fmul double %2386, %2563
  br label %2451
2565:
  %2566 = select i1 %3406, i64 %103, i64 0
  %2567 = add i64 %2566, %3405
  %2568 = mul i64 %2567, %104
  %2569 = getelementptr float, ptr %102, i64 %2568
  %2570 = getelementptr i8, ptr %3410, i64 216
  %2571 = load double, ptr %2570, align 8
  %2572 = fptosi double %2571 to i64
  %2573 = fptrunc double %803 to float
  %2574 = icmp slt i64 %2572, 0
  %2575 = select i1 %2574, i64 %104, i64 0
  %2576 = getelementptr float, ptr %2569, i64 %2575
  %2577 = getelementptr float, ptr %2576, i64 %2572
  store float %316, ptr %2577, align 4
  %2578 = icmp slt i64 %2572, -128
  %2579 = select i1 %2578, i64 %104, i64 0
  %2580 = getelementptr float, ptr %2569, i64 %2572
  %2581 = getelementptr i8, ptr %2580, i64 512
  %2582 = getelementptr float, ptr %2581, i64 %2579
  store float %2573, ptr %2582, align 4
  %2583 = fptrunc double %801 to float
  %2584 = icmp slt i64 %2572, -256
  %2585 = select i1 %2584, i64 %104, i64 0
  %2586 = getelementptr i8, ptr %2580, i64 1024
  %2587 = getelementptr float, ptr %2586, i64 %2585
  store float %2583, ptr %2587, align 4
  %2588 = add nsw i64 %2572, 1
  %2589 = sitofp i64 %2588 to double
  store double %2589, ptr %2570, align 8
  %2590 = getelementptr i8, ptr %3410, i64 48
  %2591 = load double, ptr %2590, align 8
  %2592 = fcmp olt double %2591, %763
  %2593 = select i1 %2592, double %2591, double %763
  br label %3066
2594:
  %2595 = select i1 %804, i64 %92, i64 0
  %2596 = add i64 %2595, %764
  %2597 = select i1 %1903, i64 %93, i64 0
  %2598 = mul i64 %2596, %93
  %2599 = getelementptr double, ptr %121, i64 %2598
  %2600 = getelementptr double, ptr %2599, i64 %765
  %2601 = getelementptr double, ptr %2600, i64 %2597
  %2602 = load double, ptr %2601, align 8
  %2603 = fcmp ugt double %2602, 0.000000e+00
  br i1 %2603, label %2629, label %2604
2604:
  %2605 = icmp slt i64 %759, 0
  %2606 = select i1 %2605, i64 %98, i64 0
  %2607 = getelementptr float, ptr %97, i64 %759
  %2608 = getelementptr float, ptr %2607, i64 %2606
  store float %316, ptr %2608, align 4
  %2609 = icmp slt i64 %759, -128
  %2610 = select i1 %2609, i64 %98, i64 0
  %2611 = getelementptr i8, ptr %2607, i64 512
  %2612 = getelementptr float, ptr %2611, i64 %2610
  store float %757, ptr %2612, align 4
  %2613 = fptrunc double %800 to float
  %2614 = fptrunc double %803 to float
  %2615 = fptrunc double %801 to float
  %2616 = icmp slt i64 %759, -256
  %2617 = select i1 %2616, i64 %98, i64 0
  %2618 = getelementptr i8, ptr %2607, i64 1024
  %2619 = getelementptr float, ptr %2618, i64 %2617
  store float %2613, ptr %2619, align 4
  %2620 = icmp slt i64 %759, -384
  %2621 = select i1 %2620, i64 %98, i64 0
  %2622 = getelementptr i8, ptr %2607, i64 1536
  %2623 = getelementptr float, ptr %2622, i64 %2621
  store float %2614, ptr %2623, align 4
  %2624 = icmp slt i64 %759, -512
  %2625 = select i1 %2624, i64 %98, i64 0
  %2626 = getelementptr i8, ptr %2607, i64 2048
  %2627 = getelementptr float, ptr %2626, i64 %2625
  store float %2615, ptr %2627, align 4
  %2628 = add nsw i64 %759, 1
  br label %3066
2629:
  %2630 = getelementptr i64, ptr %123, i64 %1907
  %2631 = load i64, ptr %2630, align 8
  %2632 = fsub double %800, %141
  %2633 = fdiv double %2632, %70
  %2634 = fsub double %71, %803
  %2635 = fdiv double %2634, %70
  %2636 = fmul double %66, %2633
  %2637 = fadd double %68, %2636
  %2638 = fmul double %67, %2633
  %2639 = fadd double %69, %2638
  %2640 = fcmp olt double %217, %2635
  %2641 = select i1 %2640, double %217, double %2635
  %2642 = fsub double %2602, %64
  %2643 = fdiv double %2642, %2641
  %2644 = fcmp ogt double %2643, 5.400000e+03
  %2645 = select i1 %2644, double 5.400000e+03, double %2643
  %2646 = fcmp olt double %2645, 5.000000e-02
  %2647 = select i1 %2646, double 5.000000e-02, double %2645
  %2648 = icmp slt i64 %2631, 0
  %2649 = select i1 %2648, i64 %6, i64 0
  %2650 = add i64 %2649, %2631
  br i1 %218, label %2681, label %2682
2651:
  %2652 = fmul double %2635, %2647
  %2653 = fadd double %64, %2652
  %2654 = fcmp olt double %2653, 0.000000e+00
  %2655 = select i1 %2654, double 0.000000e+00, double %2653
  %2656 = fmul double %2655, -5.000000e-02
  %2657 = fptrunc double %2656 to float
  %2658 = fmul float %2657, 0x3FF7154760000000
  %2659 = fcmp olt float %2658, -1.260000e+02
  %2660 = select i1 %2659, float -1.260000e+02, float %2658
  %2661 = fcmp ogt float %2660, 1.260000e+02
  %2662 = select i1 %2661, float 1.260000e+02, float %2660
  %2663 = fadd float %2662, 5.000000e-01
  %2664 = tail call float @llvm.floor.f32(float %2663)
  %2665 = fsub float %2662, %2664
  %2666 = fmul float %2665, 0x3F83C6E5C0000000
  %2667 = fadd float %2666, 0x3FAC96D5E0000000
  %2668 = fmul float %2665, %2667
  %2669 = fadd float %2668, 0x3FCEBFB3E0000000
  %2670 = fmul float %2665, %2669
  %2671 = fadd float %2670, 0x3FE62E2D20000000
  %2672 = fmul float %2665, %2671
  %2673 = fadd float %2672, 1.000000e+00
  %2674 = fptosi float %2664 to i32
  %2675 = shl i32 %2674, 23
  %2676 = add i32 %2675, 1065353216
  %2677 = bitcast i32 %2676 to float
  %2678 = fmul float %2673, %2677
  %2679 = fpext float %2678 to double
  %2680 = fmul double %220, %2679
  br label %2724
2681:
  br label %2682
2682:
  %2683 = phi i64 [ %7, %2681 ], [ 6, %2629 ]
  %2684 = mul i64 %2650, %7
  %2685 = getelementptr double, ptr %5, i64 %2684
  %2686 = getelementptr double, ptr %2685, i64 %2683
  %2687 = fmul double %2637, %2647
  %2688 = fadd double %63, %2687
  %2689 = fmul double %2639, %2647
  %2690 = fadd double %65, %2689
  %2691 = load double, ptr %2686, align 8
  %2692 = getelementptr i8, ptr %2686, i64 8
  %2693 = load double, ptr %2692, align 8
  %2694 = getelementptr i8, ptr %2686, i64 16
  %2695 = load double, ptr %2694, align 8
  %2696 = fdiv double %2688, 3.000000e+00
  %2697 = fadd double %2696, -5.000000e-01
  %2698 = fdiv double %2690, 3.000000e+00
  %2699 = fadd double %2698, -5.000000e-01
  %2700 = tail call double @llvm.floor.f64(double %2697)
  %2701 = tail call double @llvm.floor.f64(double %2699)
  %2702 = fptosi double %2700 to i64
  %2703 = and i64 %2702, 511
  %2704 = fptosi double %2701 to i64
  %2705 = and i64 %2704, 511
  %2706 = add nsw i64 %2702, 1
  %2707 = and i64 %2706, 511
  %2708 = add nsw i64 %2704, 1
  %2709 = and i64 %2708, 511
  %2710 = mul i64 %2705, %216
  %2711 = mul i64 %2703, %14
  %2712 = getelementptr float, ptr %12, i64 %2710
  %2713 = getelementptr float, ptr %2712, i64 %2711
  %2714 = load float, ptr %2713, align 4
  %2715 = mul i64 %2707, %14
  %2716 = getelementptr float, ptr %2712, i64 %2715
  %2717 = load float, ptr %2716, align 4
  %2718 = mul i64 %2709, %216
  %2719 = getelementptr float, ptr %12, i64 %2718
  %2720 = getelementptr float, ptr %2719, i64 %2711
  %2721 = load float, ptr %2720, align 4
  %2722 = getelementptr float, ptr %2719, i64 %2715
  %2723 = load float, ptr %2722, align 4
  br i1 %219, label %2651, label %2724
2724:
  %2725 = phi double [ %2680, %2651 ], [ 0.000000e+00, %2682 ]
  %2726 = fmul double %59, %2647
  %2727 = fmul double %2635, %2635
  %2728 = fmul double %2633, %2633
  %2729 = fadd double %2728, 1.000000e+00
  %2730 = fadd double %2727, %2729
  %2731 = tail call double @llvm.sqrt.f64(double %2730)
  %2732 = fneg double %2731
  %2733 = fmul double %2726, %2732
  %2734 = fptrunc double %2733 to float
  %2735 = fmul float %2734, 0x3FF7154760000000
  %2736 = fcmp olt float %2735, -1.260000e+02
  %2737 = select i1 %2736, float -1.260000e+02, float %2735
  %2738 = fcmp ogt float %2737, 1.260000e+02
  %2739 = select i1 %2738, float 1.260000e+02, float %2737
  %2740 = fadd float %2739, 5.000000e-01
  %2741 = tail call float @llvm.floor.f32(float %2740)
  %2742 = fdiv double %2690, 6.000000e+00
  %2743 = fmul double %215, %2647
  %2744 = fmul double %2637, %2637
  %2745 = fmul double %2639, %2639
  %2746 = fadd double %2744, %2745
  %2747 = tail call double @llvm.sqrt.f64(double %2746)
  %2748 = fdiv double %2637, %2747
  %2749 = tail call double @llvm.fabs.f64(double %2748)
  %2750 = fmul double %2749, %2743
  %2751 = fneg double %2635
  %2752 = fcmp olt double %2751, 1.000000e-04
  %2753 = select i1 %2752, double 1.000000e-04, double %2751
  %2754 = fdiv double %2743, %2753
  %2755 = fdiv double %2639, %2747
  %2756 = tail call double @llvm.fabs.f64(double %2755)
  %2757 = fmul double %2756, %2754
  %2758 = fadd double %2750, %2757
  %2759 = fmul double %2758, 5.000000e-01
  %2760 = fmul double %2756, %2743
  %2761 = fmul double %2749, %2754
  %2762 = fadd double %2760, %2761
  %2763 = fmul double %2762, 5.000000e-01
  %2764 = fcmp ogt double %2759, %2763
  %2765 = select i1 %2764, double %2759, double %2763
  %2766 = fdiv double %2765, 6.000000e+00
  %2767 = fcmp olt double %2766, 1.000000e-04
  %2768 = select i1 %2767, double 1.000000e-04, double %2766
  %2769 = fsub double %2742, %2768
  %2770 = tail call double @llvm.floor.f64(double %2769)
  %2771 = fadd double %2742, %2768
  %2772 = tail call double @llvm.floor.f64(double %2771)
  %2773 = fdiv double %2688, 2.500000e+00
  %2774 = fdiv double %2765, 2.500000e+00
  %2775 = fcmp olt double %2774, 1.000000e-04
  %2776 = select i1 %2775, double 1.000000e-04, double %2774
  %2777 = fsub double %2773, %2776
  %2778 = tail call double @llvm.floor.f64(double %2777)
  %2779 = fadd double %2773, %2776
  %2780 = tail call double @llvm.floor.f64(double %2779)
  %2781 = fmul double %2690, 3.500000e-01
  %2782 = tail call double @llvm.floor.f64(double %2781)
  %2783 = fmul double %2688, 3.500000e-01
  %2784 = tail call double @llvm.floor.f64(double %2783)
  %2785 = fmul double %223, %800
  %2786 = fptosi double %2785 to i64
  %2787 = tail call i64 @llvm.smax.i64(i64 %2786, i64 0)
  %2788 = tail call i64 @llvm.smin.i64(i64 %221, i64 %2787)
  %2789 = fadd double %2647, -8.370000e+02
  %2790 = fmul double %2789, 0x3F5FF007FC01FF00
  %2791 = fcmp olt double %2790, 0.000000e+00
  %2792 = select i1 %2791, double 0.000000e+00, double %2790
  %2793 = fcmp ogt double %2792, 1.000000e+00
  %2794 = select i1 %2793, double 1.000000e+00, double %2792
  %2795 = fmul double %2794, %2794
  %2796 = fmul double %2794, 2.000000e+00
  %2797 = fsub double 3.000000e+00, %2796
  %2798 = fmul double %2795, %2797
  %2799 = fsub double 1.000000e+00, %2798
  %2800 = fsub float %2739, %2741
  %2801 = fmul float %2800, 0x3F83C6E5C0000000
  %2802 = fadd float %2801, 0x3FAC96D5E0000000
  %2803 = fmul float %2800, %2802
  %2804 = fadd float %2803, 0x3FCEBFB3E0000000
  %2805 = fmul float %2800, %2804
  %2806 = fadd float %2805, 0x3FE62E2D20000000
  %2807 = fmul float %2800, %2806
  %2808 = fadd float %2807, 1.000000e+00
  %2809 = fptosi float %2741 to i32
  %2810 = shl i32 %2809, 23
  %2811 = add i32 %2810, 1065353216
  %2812 = bitcast i32 %2811 to float
  %2813 = fmul float %2808, %2812
  %2814 = fpext float %2813 to double
  %2815 = fmul double %2799, %2814
  %2816 = mul i64 %2631, 374761393
  %2817 = add i64 %2816, 4149137450
  %2818 = lshr i64 %2817, 15
  %2819 = and i64 %2818, 131071
  %2820 = xor i64 %2819, %2817
  %2821 = mul i64 %2820, 2246822519
  %2822 = lshr i64 %2821, 13
  %2823 = and i64 %2822, 524287
  %2824 = xor i64 %2823, %2821
  %2825 = mul i64 %2824, 3266489917
  %2826 = and i64 %2825, 4294967295
  %2827 = lshr i64 %2826, 16
  %2828 = xor i64 %2827, %2826
  %2829 = uitofp i64 %2828 to double
  %2830 = fmul double %2829, 0x3DF0000000000000
  %2831 = fmul double %2830, 5.000000e-01
  %2832 = fadd double %2831, 6.000000e-01
  %2833 = fmul double %2832, 1.700000e-01
  %2834 = fptosi double %2784 to i64
  %2835 = mul i64 %2834, 374761393
  %2836 = fptosi double %2782 to i64
  %2837 = mul i64 %2836, 668265263
  %2838 = add i64 %2835, 3637566713
  %2839 = add i64 %2838, %2837
  %2840 = lshr i64 %2839, 15
  %2841 = and i64 %2840, 131071
  %2842 = xor i64 %2841, %2839
  %2843 = mul i64 %2842, 2246822519
  %2844 = lshr i64 %2843, 13
  %2845 = and i64 %2844, 524287
  %2846 = xor i64 %2845, %2843
  %2847 = mul i64 %2846, 3266489917
  %2848 = and i64 %2847, 4294967295
  %2849 = lshr i64 %2848, 16
  %2850 = xor i64 %2849, %2848
  %2851 = uitofp i64 %2850 to double
  %2852 = fmul double %2851, 0x3DF0000000000000
  %2853 = add i64 %2835, 4012328106
  %2854 = add i64 %2853, %2837
  %2855 = lshr i64 %2854, 15
  %2856 = and i64 %2855, 131071
  %2857 = xor i64 %2856, %2854
  %2858 = mul i64 %2857, 2246822519
  %2859 = lshr i64 %2858, 13
  %2860 = and i64 %2859, 524287
  %2861 = xor i64 %2860, %2858
  %2862 = mul i64 %2861, 3266489917
  %2863 = and i64 %2862, 4294967295
  %2864 = lshr i64 %2863, 16
  %2865 = xor i64 %2864, %2863
  %2866 = uitofp i64 %2865 to double
  %2867 = fmul double %2866, 0x3DF0000000000000
  %2868 = fsub double %2867, %2852
  %2869 = fsub double %2783, %2784
  %2870 = fmul double %2869, %2869
  %2871 = fmul double %2869, %2870
  %2872 = fmul double %2869, 6.000000e+00
  %2873 = fadd double %2872, -1.500000e+01
  %2874 = fmul double %2869, %2873
  %2875 = fadd double %2874, 1.000000e+01
  %2876 = fmul double %2871, %2875
  %2877 = fmul double %2876, %2868
  %2878 = fadd double %2852, %2877
  %2879 = fsub double %2781, %2782
  %2880 = fmul double %2879, %2879
  %2881 = fmul double %2879, %2880
  %2882 = fmul double %2879, 6.000000e+00
  %2883 = fadd double %2882, -1.500000e+01
  %2884 = fmul double %2879, %2883
  %2885 = fadd double %2884, 1.000000e+01
  %2886 = fmul double %2881, %2885
  %2887 = fsub double 1.000000e+00, %2886
  %2888 = fmul double %2887, %2878
  %2889 = add i64 %2837, 668265263
  %2890 = add i64 %2838, %2889
  %2891 = lshr i64 %2890, 15
  %2892 = and i64 %2891, 131071
  %2893 = xor i64 %2892, %2890
  %2894 = mul i64 %2893, 2246822519
  %2895 = lshr i64 %2894, 13
  %2896 = and i64 %2895, 524287
  %2897 = xor i64 %2896, %2894
  %2898 = mul i64 %2897, 3266489917
  %2899 = and i64 %2898, 4294967295
  %2900 = lshr i64 %2899, 16
  %2901 = xor i64 %2900, %2899
  %2902 = uitofp i64 %2901 to double
  %2903 = fmul double %2902, 0x3DF0000000000000
  %2904 = add i64 %2853, %2889
  %2905 = lshr i64 %2904, 15
  %2906 = and i64 %2905, 131071
  %2907 = xor i64 %2906, %2904
  %2908 = mul i64 %2907, 2246822519
  %2909 = lshr i64 %2908, 13
  %2910 = and i64 %2909, 524287
  %2911 = xor i64 %2910, %2908
  %2912 = mul i64 %2911, 3266489917
  %2913 = and i64 %2912, 4294967295
  %2914 = lshr i64 %2913, 16
  %2915 = xor i64 %2914, %2913
  %2916 = uitofp i64 %2915 to double
  %2917 = fmul double %2916, 0x3DF0000000000000
  %2918 = fsub double %2917, %2903
  %2919 = fmul double %2876, %2918
  %2920 = fadd double %2903, %2919
  %2921 = fmul double %2886, %2920
  %2922 = fadd double %2888, %2921
  %2923 = fmul double %2922, 6.000000e-01
  %2924 = fadd double %2923, 0x3FE6666666666666
  %2925 = fmul double %2924, %2833
  %2926 = fmul double %2780, 5.000000e-02
  %2927 = fsub double %2779, %2780
  %2928 = fcmp olt double %2927, 0.000000e+00
  %2929 = select i1 %2928, double 0.000000e+00, double %2927
  %2930 = fcmp ogt double %2929, 5.000000e-02
  %2931 = select i1 %2930, double 5.000000e-02, double %2929
  %2932 = fadd double %2926, %2931
  %2933 = fmul double %2778, 5.000000e-02
  %2934 = fsub double %2777, %2778
  %2935 = fcmp olt double %2934, 0.000000e+00
  %2936 = select i1 %2935, double 0.000000e+00, double %2934
  %2937 = fcmp ogt double %2936, 5.000000e-02
  %2938 = select i1 %2937, double 5.000000e-02, double %2936
  %2939 = fadd double %2933, %2938
  %2940 = fsub double %2932, %2939
  %2941 = fdiv double 5.000000e-01, %2776
  %2942 = fmul double %2941, %2940
  %2943 = fmul double %2772, 2.000000e-02
  %2944 = fsub double %2771, %2772
  %2945 = fcmp olt double %2944, 0.000000e+00
  %2946 = select i1 %2945, double 0.000000e+00, double %2944
  %2947 = fcmp ogt double %2946, 2.000000e-02
  %2948 = select i1 %2947, double 2.000000e-02, double %2946
  %2949 = fadd double %2943, %2948
  %2950 = fmul double %2770, 2.000000e-02
  %2951 = fsub double %2769, %2770
  %2952 = fcmp olt double %2951, 0.000000e+00
  %2953 = select i1 %2952, double 0.000000e+00, double %2951
  %2954 = fcmp ogt double %2953, 2.000000e-02
  %2955 = select i1 %2954, double 2.000000e-02, double %2953
  %2956 = fadd double %2950, %2955
  %2957 = fsub double %2949, %2956
  %2958 = fdiv double 5.000000e-01, %2768
  %2959 = fmul double %2958, %2957
  %2960 = fadd double %2942, %2959
  %2961 = fcmp ogt double %2960, 1.000000e+00
  %2962 = select i1 %2961, double 1.000000e+00, double %2960
  %2963 = fmul double %2962, 3.000000e-01
  %2964 = fsub double 1.000000e+00, %2963
  %2965 = fmul double %2964, %2925
  %2966 = fmul double %2695, 1.200000e-01
  %2967 = fadd double %2965, %2966
  %2968 = fsub double 8.200000e-01, %2967
  %2969 = fadd double %2924, -3.000000e-01
  %2970 = fmul double %2969, 0x400AAAAAAAAAAAAB
  %2971 = fcmp olt double %2970, 0.000000e+00
  %2972 = select i1 %2971, double 0.000000e+00, double %2970
  %2973 = fcmp ogt double %2972, 1.000000e+00
  %2974 = select i1 %2973, double 1.000000e+00, double %2972
  %2975 = fmul double %2974, %2974
  %2976 = fmul double %2974, 2.000000e+00
  %2977 = fsub double 3.000000e+00, %2976
  %2978 = fmul double %2975, %2977
  %2979 = fmul double %2978, 4.500000e-01
  %2980 = fadd double %2979, 5.500000e-01
  %2981 = fmul double %58, %2980
  %2982 = fmul double %2981, %2968
  %2983 = fadd double %2967, %2982
  %2984 = fsub double %2699, %2701
  %2985 = fsub double 1.000000e+00, %2984
  %2986 = fsub double %2697, %2700
  %2987 = fsub double 1.000000e+00, %2986
  %2988 = fmul double %2987, %2985
  %2989 = fpext float %2714 to double
  %2990 = fmul double %2988, %2989
  %2991 = fmul double %2986, %2985
  %2992 = fpext float %2717 to double
  %2993 = fmul double %2991, %2992
  %2994 = fadd double %2990, %2993
  %2995 = fmul double %2984, %2987
  %2996 = fpext float %2721 to double
  %2997 = fmul double %2995, %2996
  %2998 = fmul double %2986, %2984
  %2999 = fpext float %2723 to double
  %3000 = fmul double %2998, %2999
  %3001 = fadd double %2997, %3000
  %3002 = fadd double %2994, %3001
  %3003 = fadd double %2602, 1.600000e+00
  %3004 = fsub double %3002, %3003
  %3005 = fadd double %2602, -1.000000e+00
  %3006 = fsub double %3005, %3003
  %3007 = fdiv double 1.000000e+00, %3006
  %3008 = fmul double %3007, %3004
  %3009 = fcmp olt double %3008, 0.000000e+00
  %3010 = select i1 %3009, double 0.000000e+00, double %3008
  %3011 = fcmp ogt double %3010, 1.000000e+00
  %3012 = select i1 %3011, double 1.000000e+00, double %3010
  %3013 = fmul double %3012, %3012
  %3014 = fmul double %3012, 2.000000e+00
  %3015 = fsub double 3.000000e+00, %3014
  %3016 = fmul double %3013, %3015
  %3017 = fmul double %41, %3016
  %3018 = fmul double %45, %3017
  %3019 = fadd double %48, %3018
  %3020 = fmul double %225, %3019
  %3021 = fmul double %2983, %3020
  %3022 = fmul double %2693, 1.200000e-01
  %3023 = fadd double %2965, %3022
  %3024 = fsub double 7.900000e-01, %3023
  %3025 = fmul double %2981, %3024
  %3026 = fadd double %3023, %3025
  %3027 = fmul double %44, %3017
  %3028 = fadd double %47, %3027
  %3029 = fmul double %225, %3028
  %3030 = fmul double %3026, %3029
  %3031 = fmul double %2691, 1.200000e-01
  %3032 = fadd double %2965, %3031
  %3033 = fsub double 7.800000e-01, %3032
  %3034 = fmul double %2981, %3033
  %3035 = fadd double %3032, %3034
  %3036 = fmul double %43, %3017
  %3037 = fadd double %46, %3036
  %3038 = fmul double %225, %3037
  %3039 = fmul double %3035, %3038
  %3040 = add i64 %2788, %226
  %3041 = mul i64 %3040, %75
  %3042 = getelementptr double, ptr %72, i64 %3041
  %3043 = load double, ptr %3042, align 8
  %3044 = fmul double %49, %2725
  %3045 = fadd double %3043, %3044
  %3046 = getelementptr i8, ptr %3042, i64 8
  %3047 = load double, ptr %3046, align 8
  %3048 = fmul double %50, %2725
  %3049 = fadd double %3048, %3047
  %3050 = getelementptr i8, ptr %3042, i64 16
  %3051 = load double, ptr %3050, align 8
  %3052 = fmul double %51, %2725
  %3053 = fadd double %3052, %3051
  %3054 = fsub double 1.000000e+00, %2815
  %3055 = fmul double %2815, %3039
  %3056 = fmul double %3054, %3045
  %3057 = fadd double %3055, %3056
  %3058 = fmul double %2815, %3030
  %3059 = fmul double %3054, %3049
  %3060 = fadd double %3058, %3059
  %3061 = fmul double %2815, %3021
  %3062 = fmul double %3054, %3053
  %3063 = fadd double %3061, %3062
  %3064 = fcmp olt double %2647, %763
  %3065 = select i1 %3064, double %2647, double %763
  br label %3066
3066:
  %3067 = phi i64 [ %759, %1888 ], [ %759, %2565 ], [ %2628, %2604 ], [ %759, %2724 ]
  %3068 = phi double [ %763, %1888 ], [ %2593, %2565 ], [ %763, %2604 ], [ %3065, %2724 ]
  %3069 = phi double [ %1895, %1888 ], [ 0.000000e+00, %2565 ], [ 0.000000e+00, %2604 ], [ %3057, %2724 ]
  %3070 = phi double [ %1897, %1888 ], [ 0.000000e+00, %2565 ], [ 0.000000e+00, %2604 ], [ %3060, %2724 ]
  %3071 = phi double [ %1899, %1888 ], [ 0.000000e+00, %2565 ], [ 0.000000e+00, %2604 ], [ %3063, %2724 ]
  %3072 = fmul double %801, %3069
  %3073 = fadd double %760, %3072
  %3074 = fmul double %801, %3070
  %3075 = fadd double %761, %3074
  %3076 = fmul double %801, %3071
  %3077 = fadd double %762, %3076
  %3078 = add nsw i64 %765, 1
  br i1 %594, label %3097, label %3079
3079:
  %3080 = add nsw i64 %767, 1
  %3081 = fcmp ugt double %799, %322
  br i1 %3081, label %3091, label %3082
3082:
  %3083 = add nsw i64 %764, 1
  %3084 = icmp slt i64 %3083, %723
  br i1 %3084, label %3085, label %3091
3085:
  %3086 = icmp slt i64 %764, -1
  %3087 = select i1 %3086, i64 %96, i64 0
  %3088 = getelementptr i64, ptr %126, i64 %3083
  %3089 = getelementptr i64, ptr %3088, i64 %3087
  %3090 = load i64, ptr %3089, align 8
  br label %3091
3091:
  %3092 = phi i64 [ %3083, %3085 ], [ %3083, %3082 ], [ %764, %3079 ]
  %3093 = phi i64 [ %3090, %3085 ], [ %3078, %3082 ], [ %3078, %3079 ]
  %3094 = phi double [ %308, %3085 ], [ %308, %3082 ], [ %799, %3079 ]
  %3095 = phi i64 [ 0, %3085 ], [ 0, %3082 ], [ %3080, %3079 ]
  %3096 = icmp slt i64 %3092, %723
  br i1 %3096, label %758, label %3097
3097:
  %3098 = fptrunc double %3073 to float
  %3099 = fptrunc double %3075 to float
  %3100 = fptrunc double %3077 to float
  %3101 = fptrunc double %3068 to float
  %3102 = load float, ptr %720, align 4
  %3103 = load float, ptr %721, align 4
  %3104 = load float, ptr %722, align 4
  %3105 = fadd float %3102, %3098
  %3106 = fadd float %3103, %3099
  %3107 = fadd float %3104, %3100
  br label %3108
3108:
  %3109 = phi i64 [ %324, %715 ], [ %3067, %3097 ]
  %3110 = phi float [ 5.400000e+03, %715 ], [ %3101, %3097 ]
  %3111 = phi float [ 0.000000e+00, %715 ], [ %3105, %3097 ]
  %3112 = phi float [ 0.000000e+00, %715 ], [ %3106, %3097 ]
  %3113 = phi float [ 0.000000e+00, %715 ], [ %3107, %3097 ]
  store float %3111, ptr %720, align 4
  store float %3112, ptr %721, align 4
  store float %3113, ptr %722, align 4
  %3114 = select i1 %716, i64 %90, i64 0
  %3115 = getelementptr float, ptr %321, i64 %326
  %3116 = getelementptr float, ptr %3115, i64 %3114
  store float %3110, ptr %3116, align 4
  %3117 = icmp sgt i64 %3109, %167
  br i1 %3117, label %3118, label %3122
3118:
  store ptr null, ptr %109, align 8
  call fastcc void @2(ptr %109, ptr %97, i64 %3109, ptr %8, i64 %9, ptr %10, i64 %11, ptr %12, i64 %13, i64 %14, double %41, double %43, double %44, double %45, double %46, double %47, double %48, double %49, double %50, double %51, double %52, double %53, double %54, double %57, double %58, double %59, double %60, double %62, double %63, double %64, double %65, double %66, double %67, double %68, double %69, double %70, double %71, ptr %72, i64 %74, i64 %75, ptr %76, i64 %77, i64 %78, i64 %79, ptr %80, i64 %81, i64 %82, ptr %84, i64 %86, i64 %87, ptr %88, i64 %90)
  br label %3122
3119:
  %3120 = phi i64 [ 0, %271 ], [ %273, %272 ]
  store ptr null, ptr %110, align 8
  call fastcc void @2(ptr %110, ptr %97, i64 %3120, ptr %8, i64 %9, ptr %10, i64 %11, ptr %12, i64 %13, i64 %14, double %41, double %43, double %44, double %45, double %46, double %47, double %48, double %49, double %50, double %51, double %52, double %53, double %54, double %57, double %58, double %59, double %60, double %62, double %63, double %64, double %65, double %66, double %67, double %68, double %69, double %70, double %71, ptr %72, i64 %74, i64 %75, ptr %76, i64 %77, i64 %78, i64 %79, ptr %80, i64 %81, i64 %82, ptr %84, i64 %86, i64 %87, ptr %88, i64 %90)
  br i1 %249, label %3414, label %250
3121:
  store ptr null, ptr %0, align 8
  ret void
3122:
  %3123 = phi i64 [ %711, %679 ], [ %324, %632 ], [ %324, %475 ], [ 0, %3118 ], [ %3109, %3108 ]
  %3124 = icmp sgt i64 %325, 1
  br i1 %3124, label %323, label %272
3125:
  %3126 = phi i64 [ %240, %242 ], [ %3128, %3294 ]
  %3127 = phi i64 [ 0, %242 ], [ %3129, %3294 ]
  %3128 = add nsw i64 %3126, -1
  %3129 = add nuw nsw i64 %3127, 1
  %3130 = uitofp i64 %3127 to double
  %3131 = fadd double %3130, 5.000000e-01
  %3132 = fdiv double %3131, %140
  %3133 = fadd double %3132, %243
  %3134 = fsub double %3133, %141
  %3135 = fdiv double %3134, %70
  %3136 = mul i64 %3127, %93
  %3137 = getelementptr double, ptr %91, i64 %3136
  %3138 = getelementptr double, ptr %119, i64 %3136
  %3139 = getelementptr double, ptr %121, i64 %3136
  %3140 = mul i64 %3127, %96
  %3141 = getelementptr i64, ptr %94, i64 %3140
  %3142 = add i64 %3127, %95
  %3143 = mul i64 %3142, %96
  %3144 = getelementptr i64, ptr %94, i64 %3143
  %3145 = fmul double %66, %3135
  %3146 = fadd double %68, %3145
  %3147 = fmul double %67, %3135
  %3148 = fadd double %69, %3147
  %3149 = fcmp ogt double %3146, 0.000000e+00
  %3150 = select i1 %3149, i64 1, i64 -1
  %3151 = fcmp ogt double %3148, 0.000000e+00
  %3152 = select i1 %3151, i64 1, i64 -1
  %3153 = tail call double @llvm.fabs.f64(double %3146)
  %3154 = fcmp olt double %3153, 1.000000e-09
  %3155 = select i1 %3154, double 1.000000e-09, double %3153
  %3156 = fdiv double 3.000000e+00, %3155
  %3157 = tail call double @llvm.fabs.f64(double %3148)
  %3158 = fcmp olt double %3157, 1.000000e-09
  %3159 = select i1 %3158, double 1.000000e-09, double %3157
  %3160 = fdiv double 3.000000e+00, %3159
  %3161 = zext i1 %3149 to i64
  %3162 = zext i1 %3151 to i64
  br i1 %157, label %3163, label %3294
3163:
  %3164 = load i32, ptr %156, align 4
  %3165 = load float, ptr %153, align 4
  %3166 = add nsw i64 %148, %3162
  %3167 = sitofp i64 %3166 to double
  %3168 = fmul double %3167, 3.000000e+00
  %3169 = fsub double %3168, %65
  %3170 = fcmp ogt double %3157, 1.000000e-09
  %3171 = sitofp i64 %3152 to double
  %3172 = fmul double %3171, 1.000000e-09
  %3173 = select i1 %3170, double %3148, double %3172
  %3174 = fdiv double %3169, %3173
  %3175 = add nsw i64 %145, %3161
  %3176 = sitofp i64 %3175 to double
  %3177 = fmul double %3176, 3.000000e+00
  %3178 = fsub double %3177, %63
  %3179 = fcmp ogt double %3153, 1.000000e-09
  %3180 = sitofp i64 %3150 to double
  %3181 = fmul double %3180, 1.000000e-09
  %3182 = select i1 %3179, double %3146, double %3181
  %3183 = fdiv double %3178, %3182
  br label %3184
3184:
  %3185 = phi i64 [ %148, %3163 ], [ %3213, %3288 ]
  %3186 = phi i64 [ %145, %3163 ], [ %3216, %3288 ]
  %3187 = phi double [ %3183, %3163 ], [ %3217, %3288 ]
  %3188 = phi double [ %3174, %3163 ], [ %3214, %3288 ]
  %3189 = phi float [ %3165, %3163 ], [ %3223, %3288 ]
  %3190 = phi i32 [ %3164, %3163 ], [ %3265, %3288 ]
  %3191 = phi double [ %142, %3163 ], [ %3289, %3288 ]
  %3192 = phi i64 [ 0, %3163 ], [ %3290, %3288 ]
  %3193 = fcmp ogt double %3191, 0.000000e+00
  br label %3195
3194:
  br i1 %3193, label %3195, label %3294
3195:
  %3196 = phi i64 [ %3213, %3194 ], [ %3185, %3184 ]
  %3197 = phi i64 [ %3216, %3194 ], [ %3186, %3184 ]
  %3198 = phi double [ %3217, %3194 ], [ %3187, %3184 ]
  %3199 = phi double [ %3214, %3194 ], [ %3188, %3184 ]
  %3200 = fcmp olt double %3198, %3199
  %3201 = select i1 %3200, double %3198, double %3199
  %3202 = fcmp olt double %3201, 2.000000e-02
  %3203 = select i1 %3202, double 2.000000e-02, double %3201
  br i1 %3200, label %3204, label %3208
3204:
  %3205 = add nsw i64 %3197, %3161
  %3206 = add nsw i64 %3197, %3150
  %3207 = fadd double %3156, %3198
  br label %3212
3208:
  %3209 = add nsw i64 %3196, %3162
  %3210 = add nsw i64 %3196, %3152
  %3211 = fadd double %3160, %3199
  br label %3212
3212:
  %3213 = phi i64 [ %3196, %3204 ], [ %3210, %3208 ]
  %3214 = phi double [ %3199, %3204 ], [ %3211, %3208 ]
  %3215 = phi i64 [ %3205, %3204 ], [ %3209, %3208 ]
  %3216 = phi i64 [ %3206, %3204 ], [ %3197, %3208 ]
  %3217 = phi double [ %3207, %3204 ], [ %3198, %3208 ]
  %3218 = and i64 %3213, 511
  %3219 = and i64 %3216, 511
  %3220 = mul i64 %3218, %2
  %3221 = getelementptr float, ptr %1, i64 %3220
  %3222 = getelementptr float, ptr %3221, i64 %3219
  %3223 = load float, ptr %3222, align 4
  %3224 = fcmp oeq float %3223, %3189
  br i1 %3224, label %3225, label %3233
3225:
  %3226 = mul i64 %3218, %4
  %3227 = getelementptr i32, ptr %3, i64 %3226
  %3228 = getelementptr i32, ptr %3227, i64 %3219
  %3229 = load i32, ptr %3228, align 4
  %3230 = icmp ne i32 %3229, %3190
  %3231 = fcmp ugt double %3203, %117
  %3232 = select i1 %3230, i1 true, i1 %3231
  br i1 %3232, label %3233, label %3194
3233:
  %3234 = sitofp i64 %3215 to double
  %3235 = fmul double %3234, 3.000000e+00
  %3236 = fpext float %3189 to double
  %3237 = fcmp ogt double %64, %3236
  br i1 %3237, label %3238, label %3257
3238:
  %3239 = fsub double %64, %3236
  %3240 = fmul double %70, %3239
  %3241 = fdiv double %3240, %3203
  %3242 = fadd double %71, %3241
  %3243 = fcmp olt double %3242, %3191
  br i1 %3243, label %3244, label %3257
3244:
  %3245 = icmp slt i64 %3192, 0
  %3246 = select i1 %3245, i64 %93, i64 0
  %3247 = add i64 %3246, %3192
  %3248 = getelementptr double, ptr %3137, i64 %3247
  store double %3242, ptr %3248, align 8
  %3249 = select i1 %3245, i64 %96, i64 0
  %3250 = add i64 %3249, %3192
  %3251 = getelementptr i64, ptr %3141, i64 %3250
  store i64 0, ptr %3251, align 8
  %3252 = getelementptr double, ptr %3139, i64 %3247
  store double %3236, ptr %3252, align 8
  %3253 = getelementptr i64, ptr %3144, i64 %3250
  %3254 = sext i32 %3190 to i64
  store i64 %3254, ptr %3253, align 8
  %3255 = getelementptr double, ptr %3138, i64 %3247
  store double 0.000000e+00, ptr %3255, align 8
  %3256 = add nsw i64 %3192, 1
  br label %3257
3257:
  %3258 = phi double [ %3242, %3244 ], [ %3191, %3238 ], [ %3191, %3233 ]
  %3259 = phi i64 [ %3256, %3244 ], [ %3192, %3238 ], [ %3192, %3233 ]
  %3260 = fcmp ogt double %3203, %117
  br i1 %3260, label %3294, label %3261
3261:
  %3262 = mul i64 %3218, %4
  %3263 = getelementptr i32, ptr %3, i64 %3262
  %3264 = getelementptr i32, ptr %3263, i64 %3219
  %3265 = load i32, ptr %3264, align 4
  %3266 = fcmp ogt float %3223, %3189
  br i1 %3266, label %3267, label %3288
3267:
  %3268 = fpext float %3223 to double
  %3269 = fsub double %64, %3268
  %3270 = fmul double %70, %3269
  %3271 = fdiv double %3270, %3203
  %3272 = fadd double %71, %3271
  %3273 = fcmp olt double %3272, %3258
  br i1 %3273, label %3274, label %3288
3274:
  %3275 = icmp slt i64 %3259, 0
  %3276 = select i1 %3275, i64 %93, i64 0
  %3277 = add i64 %3276, %3259
  %3278 = getelementptr double, ptr %3137, i64 %3277
  store double %3272, ptr %3278, align 8
  %3279 = select i1 %3200, i64 1, i64 2
  %3280 = select i1 %3275, i64 %96, i64 0
  %3281 = add i64 %3280, %3259
  %3282 = getelementptr i64, ptr %3141, i64 %3281
  store i64 %3279, ptr %3282, align 8
  %3283 = getelementptr double, ptr %3139, i64 %3277
  store double %3268, ptr %3283, align 8
  %3284 = getelementptr i64, ptr %3144, i64 %3281
  %3285 = sext i32 %3265 to i64
  store i64 %3285, ptr %3284, align 8
  %3286 = getelementptr double, ptr %3138, i64 %3277
  store double %3235, ptr %3286, align 8
  %3287 = add nsw i64 %3259, 1
  br label %3288
3288:
  %3289 = phi double [ %3272, %3274 ], [ %3258, %3267 ], [ %3258, %3261 ]
  %3290 = phi i64 [ %3287, %3274 ], [ %3259, %3267 ], [ %3259, %3261 ]
  %3291 = icmp slt i64 %3290, 158
  %3292 = fcmp ogt double %3289, 0.000000e+00
  %3293 = select i1 %3291, i1 %3292, i1 false
  br i1 %3293, label %3184, label %3294
3294:
  %3295 = phi i64 [ 0, %3125 ], [ %3192, %3194 ], [ %3290, %3288 ], [ %3259, %3257 ]
  %3296 = getelementptr i64, ptr %125, i64 %3127
  store i64 %3295, ptr %3296, align 8
  %3297 = icmp sgt i64 %3126, 1
  br i1 %3297, label %3125, label %244
3298:
  %3299 = phi i64 [ %269, %265 ], [ 2, %251 ]
  %3300 = phi i64 [ %256, %265 ], [ %240, %251 ]
  %3301 = phi i64 [ %257, %265 ], [ 0, %251 ]
  %3302 = getelementptr i64, ptr %126, i64 %3301
  store i64 0, ptr %3302, align 8
  %3303 = shl nuw nsw i64 %3301, 1
  br label %3304
3304:
  %3305 = phi i64 [ %3303, %3298 ], [ %3306, %3304 ]
  %3306 = add nuw i64 %3305, 1
  %3307 = icmp slt i64 %3305, 0
  %3308 = select i1 %3307, i64 %100, i64 0
  %3309 = add i64 %3308, %3305
  %3310 = mul i64 %3309, %101
  %3311 = getelementptr double, ptr %99, i64 %3310
  store double -1.000000e+00, ptr %3311, align 8
  %3312 = icmp eq i64 %3306, %3299
  br i1 %3312, label %255, label %3304
3313:
  %3314 = phi i64 [ %3316, %3313 ], [ %245, %270 ]
  %3315 = phi i64 [ %3317, %3313 ], [ 0, %270 ]
  %3316 = add nsw i64 %3314, -1
  %3317 = add nuw nsw i64 %3315, 1
  %3318 = getelementptr double, ptr %129, i64 %3315
  store double -2.000000e+00, ptr %3318, align 8
  %3319 = getelementptr double, ptr %131, i64 %3315
  store double 1.000000e+09, ptr %3319, align 8
  %3320 = icmp sgt i64 %3314, 1
  br i1 %3320, label %3313, label %271
3321:
  %3322 = phi i64 [ %162, %507 ], [ %3324, %557 ]
  %3323 = phi i64 [ %499, %507 ], [ %3325, %557 ]
  %3324 = add nsw i64 %3322, -1
  %3325 = add i64 %3323, 1
  %3326 = icmp slt i64 %3323, 0
  %3327 = select i1 %3326, i64 %93, i64 0
  %3328 = getelementptr double, ptr %128, i64 %3323
  %3329 = getelementptr double, ptr %3328, i64 %3327
  %3330 = load double, ptr %3329, align 8
  %3331 = fcmp ult double %3330, %309
  br i1 %3331, label %557, label %509
3332:
  %3333 = phi double [ 1.000000e+00, %571 ], [ %585, %584 ]
  %3334 = phi i64 [ %499, %571 ], [ %3337, %584 ]
  %3335 = phi double [ %570, %571 ], [ %3345, %584 ]
  %3336 = phi i64 [ %165, %571 ], [ %3338, %584 ]
  %3337 = add i64 %3334, 1
  %3338 = add nsw i64 %3336, -1
  %3339 = icmp slt i64 %3337, 0
  %3340 = select i1 %3339, i64 %93, i64 0
  %3341 = getelementptr double, ptr %128, i64 %3337
  %3342 = getelementptr double, ptr %3341, i64 %3340
  %3343 = load double, ptr %3342, align 8
  %3344 = fcmp ogt double %3343, %3335
  %3345 = select i1 %3344, double %3343, double %3335
  %3346 = load i64, ptr %574, align 8
  %3347 = select i1 %3339, i64 %96, i64 0
  %3348 = getelementptr i64, ptr %126, i64 %3337
  %3349 = getelementptr i64, ptr %3348, i64 %3347
  %3350 = load i64, ptr %3349, align 8
  %3351 = load i64, ptr %576, align 8
  %3352 = icmp slt i64 %3346, %3351
  %3353 = getelementptr i64, ptr %125, i64 %3337
  %3354 = getelementptr i64, ptr %3353, i64 %3347
  %3355 = load i64, ptr %3354, align 8
  %3356 = icmp slt i64 %3350, %3355
  br i1 %3352, label %3357, label %3402
3357:
  br i1 %3356, label %3358, label %583
3358:
  %3359 = icmp slt i64 %3346, 0
  %3360 = select i1 %3359, i64 %96, i64 0
  %3361 = add i64 %3346, %579
  %3362 = add i64 %3361, %3360
  %3363 = getelementptr i64, ptr %94, i64 %3362
  %3364 = load i64, ptr %3363, align 8
  %3365 = select i1 %3339, i64 %95, i64 0
  %3366 = add i64 %3365, %3337
  %3367 = icmp slt i64 %3350, 0
  %3368 = select i1 %3367, i64 %96, i64 0
  %3369 = mul i64 %3366, %96
  %3370 = add i64 %3350, %3369
  %3371 = add i64 %3370, %3368
  %3372 = getelementptr i64, ptr %94, i64 %3371
  %3373 = load i64, ptr %3372, align 8
  %3374 = icmp eq i64 %3364, %3373
  br i1 %3374, label %3375, label %583
3375:
  %3376 = getelementptr i64, ptr %123, i64 %3362
  %3377 = load i64, ptr %3376, align 8
  %3378 = getelementptr i64, ptr %123, i64 %3371
  %3379 = load i64, ptr %3378, align 8
  %3380 = icmp eq i64 %3377, %3379
  br i1 %3380, label %3381, label %583
3381:
  %3382 = select i1 %3359, i64 %93, i64 0
  %3383 = add i64 %3346, %582
  %3384 = add i64 %3383, %3382
  %3385 = getelementptr double, ptr %121, i64 %3384
  %3386 = load double, ptr %3385, align 8
  %3387 = select i1 %3339, i64 %92, i64 0
  %3388 = add i64 %3387, %3337
  %3389 = select i1 %3367, i64 %93, i64 0
  %3390 = mul i64 %3388, %93
  %3391 = add i64 %3350, %3390
  %3392 = add i64 %3391, %3389
  %3393 = getelementptr double, ptr %121, i64 %3392
  %3394 = load double, ptr %3393, align 8
  %3395 = fcmp oeq double %3386, %3394
  br i1 %3395, label %3396, label %583
3396:
  %3397 = getelementptr double, ptr %119, i64 %3384
  %3398 = load double, ptr %3397, align 8
  %3399 = getelementptr double, ptr %119, i64 %3392
  %3400 = load double, ptr %3399, align 8
  %3401 = fcmp oeq double %3398, %3400
  br i1 %3401, label %584, label %583
3402:
  br i1 %3356, label %583, label %584
3403:
  %3404 = phi i64 [ %1990, %1986 ], [ %1995, %1991 ]
  %3405 = phi i64 [ %1988, %1986 ], [ %1994, %1991 ]
  %3406 = icmp slt i64 %3405, 0
  %3407 = select i1 %3406, i64 %100, i64 0
  %3408 = add i64 %3407, %3405
  %3409 = mul i64 %3408, %101
  %3410 = getelementptr double, ptr %99, i64 %3409
  %3411 = load double, ptr %3410, align 8
  %3412 = sitofp i64 %3404 to double
  %3413 = fcmp une double %3411, %3412
  br i1 %3413, label %2000, label %1996
3414:
  %3415 = phi i64 [ %3417, %3461 ], [ %248, %3119 ]
  %3416 = phi i64 [ %3418, %3461 ], [ 0, %3119 ]
  %3417 = add nsw i64 %3415, -1
  %3418 = add nuw nsw i64 %3416, 1
  br i1 %227, label %3419, label %3454
3419:
  %3420 = phi i64 [ %3460, %3454 ], [ 0, %3414 ]
  %3421 = add nsw i64 %3420, %234
  store ptr null, ptr %107, align 8
  %3422 = mul i64 %3416, %101
  %3423 = getelementptr double, ptr %99, i64 %3422
  %3424 = load double, ptr %3423, align 8
  %3425 = fcmp olt double %3424, 0.000000e+00
  br i1 %3425, label %3461, label %3426
3426:
  %3427 = getelementptr i8, ptr %3423, i64 216
  %3428 = load double, ptr %3427, align 8
  %3429 = fcmp ugt double %3428, 0.000000e+00
  br i1 %3429, label %3430, label %3461
3430:
  %3431 = lshr i64 %3416, 1
  %3432 = fptosi double %3424 to i64
  %3433 = ashr i64 %3432, 1
  %3434 = icmp slt i64 %3433, 0
  %3435 = select i1 %3434, i64 %96, i64 0
  %3436 = add i64 %3435, %3433
  %3437 = mul i64 %3431, %96
  %3438 = getelementptr i64, ptr %94, i64 %3437
  %3439 = getelementptr i64, ptr %3438, i64 %3436
  %3440 = load i64, ptr %3439, align 8
  %3441 = add i64 %3431, %95
  %3442 = mul i64 %3441, %96
  %3443 = getelementptr i64, ptr %94, i64 %3442
  %3444 = getelementptr i64, ptr %3443, i64 %3436
  %3445 = load i64, ptr %3444, align 8
  %3446 = select i1 %3434, i64 %93, i64 0
  %3447 = mul i64 %3431, %93
  %3448 = getelementptr double, ptr %121, i64 %3447
  %3449 = getelementptr double, ptr %3448, i64 %3433
  %3450 = getelementptr double, ptr %3449, i64 %3446
  %3451 = load double, ptr %3450, align 8
  %3452 = mul i64 %3416, %104
  %3453 = getelementptr float, ptr %102, i64 %3452
  call fastcc void @1(ptr %107, ptr %5, i64 %6, i64 %7, ptr %36, i64 %37, i64 %38, i64 %39, double %40, double %41, double %42, double %43, double %44, double %45, double %46, double %47, double %48, double %49, double %50, double %51, double %52, double %53, double %54, double %55, double %56, double %57, double %58, double %59, double %60, double %61, double %62, double %64, double %66, double %67, double %68, double %69, double %70, double %71, ptr %72, i64 %73, i64 %74, i64 %75, i64 %3440, i64 %3445, double %3451, i64 %3421, i8 %214, ptr %3423, ptr %3453, i64 %104, ptr %105, ptr %84, i64 %86, i64 %87)
  br label %3461
3454:
  %3455 = sdiv i64 %3416, %228
  %3456 = srem i64 %3416, %228
  %3457 = icmp ne i64 %3456, 0
  %3458 = and i1 %3457, %229
  %3459 = sext i1 %3458 to i64
  %3460 = add i64 %3455, %3459
  br label %3419
3461:
  %3462 = icmp ugt i64 %3415, 1
  br i1 %3462, label %3414, label %250
}
declare float @llvm.fabs.f32(float)
declare double @sqrt(double) nounwind willreturn memory(none)
declare double @llvm.exp.f64(double)
declare double @llvm.log2.f64(double)
declare double @llvm.floor.f64(double)
declare double @llvm.sin.f64(double)
define internal fastcc void @1(ptr noalias %0, ptr %1, i64 %2, i64 %3, ptr %4, i64 %5, i64 %6, i64 %7, double %8, double %9, double %10, double %11, double %12, double %13, double %14, double %15, double %16, double %17, double %18, double %19, double %20, double %21, double %22, double %23, double %24, double %25, double %26, double %27, double %28, double %29, double %30, double %31, double %32, double %33, double %34, double %35, double %36, double %37, ptr %38, i64 %39, i64 %40, i64 %41, i64 %42, i64 %43, double %44, i64 %45, i8 %46, ptr %47, ptr %48, i64 %49, ptr %50, ptr %51, i64 %52, i64 %53) {
  %55 = getelementptr i8, ptr %47, i64 216
  %56 = load double, ptr %55, align 8
  %57 = fptosi double %56 to i64
  %58 = add nsw i64 %42, -1
  %59 = icmp slt i64 %43, 0
  %60 = select i1 %59, i64 %2, i64 0
  %61 = add i64 %60, %43
  %62 = mul i64 %61, %3
  %63 = getelementptr double, ptr %1, i64 %62
  %64 = load double, ptr %63, align 8
  %65 = fptosi double %64 to i64
  store double 0.000000e+00, ptr %55, align 8
  %66 = icmp slt i64 %65, 5
  br i1 %66, label %67, label %93
67:
  %68 = getelementptr i8, ptr %63, i64 112
  %69 = load double, ptr %68, align 8
  %70 = getelementptr i8, ptr %47, i64 48
  %71 = load double, ptr %70, align 8
  %72 = fsub double %31, %69
  %73 = fmul double %36, %72
  %74 = fdiv double %73, %71
  %75 = fadd double %37, %74
  %76 = fptrunc double %75 to float
  %77 = icmp sgt i64 %57, 0
  br i1 %77, label %78, label %93
78:
  %79 = getelementptr i8, ptr %48, i64 512
  %80 = load float, ptr %79, align 4
  %81 = fcmp ogt float %80, %76
  br i1 %81, label %82, label %93
82:
  %83 = add nsw i64 %57, -1
  br label %84
84:
  %85 = phi i64 [ %88, %87 ], [ 0, %82 ]
  %86 = icmp eq i64 %85, %83
  br i1 %86, label %93, label %87
87:
  %88 = add nuw nsw i64 %85, 1
  %89 = getelementptr float, ptr %48, i64 %85
  %90 = getelementptr i8, ptr %89, i64 516
  %91 = load float, ptr %90, align 4
  %92 = fcmp ogt float %91, %76
  br i1 %92, label %84, label %93
93:
  %94 = phi i64 [ 0, %54 ], [ 0, %78 ], [ 0, %67 ], [ %88, %87 ], [ %57, %84 ]
  %95 = getelementptr i8, ptr %47, i64 232
  %96 = icmp sgt i64 %57, 0
  br i1 %96, label %97, label %3611
97:
  %98 = icmp eq i64 %42, 1
  %99 = select i1 %98, double %34, double %35
  %100 = select i1 %98, double %32, double %33
  %101 = load double, ptr %95, align 8
  %102 = fmul double %100, %101
  %103 = fadd double %99, %102
  %104 = fcmp ogt double %103, 0.000000e+00
  %105 = select i1 %98, double %8, double %10
  %106 = fneg double %105
  %107 = select i1 %104, double %106, double %105
  %108 = getelementptr i8, ptr %47, i64 48
  %109 = fadd double %44, -1.000000e-03
  %110 = fptrunc double %109 to float
  %111 = fptrunc double %31 to float
  %112 = fdiv double 1.000000e+00, %36
  %113 = fptrunc double %112 to float
  %114 = fptrunc double %37 to float
  %115 = getelementptr i8, ptr %47, i64 240
  %116 = getelementptr i8, ptr %47, i64 248
  %117 = fptrunc double %27 to float
  %118 = fmul float %117, 0xBFF7154760000000
  %119 = fmul double %28, 1.200000e-01
  %120 = fptrunc double %119 to float
  %121 = getelementptr i8, ptr %47, i64 8
  %122 = getelementptr i8, ptr %47, i64 16
  %123 = fcmp olt double %107, 0.000000e+00
  %124 = select i1 %123, double 0.000000e+00, double %107
  %125 = fptrunc double %124 to float
  %126 = fptrunc double %28 to float
  %127 = fptrunc double %11 to float
  %128 = fptrunc double %12 to float
  %129 = fptrunc double %13 to float
  %130 = fptrunc double %14 to float
  %131 = fptrunc double %15 to float
  %132 = fptrunc double %16 to float
  %133 = fptrunc double %20 to float
  %134 = fptrunc double %21 to float
  %135 = fptrunc double %22 to float
  %136 = getelementptr i8, ptr %47, i64 24
  %137 = getelementptr i8, ptr %47, i64 32
  %138 = getelementptr i8, ptr %47, i64 40
  %139 = icmp eq i64 %65, 3
  %140 = fmul double %25, 2.500000e-01
  %141 = fsub double 1.000000e+00, %140
  %142 = fptrunc double %141 to float
  %143 = select i1 %139, float 0x3FD3333340000000, float 0x3FB99999A0000000
  %144 = getelementptr i8, ptr %47, i64 80
  %145 = getelementptr i8, ptr %47, i64 72
  %146 = getelementptr i8, ptr %47, i64 64
  %147 = fmul double %9, %11
  %148 = fadd double %147, %14
  %149 = fmul double %148, 1.600000e-01
  %150 = fptrunc double %149 to float
  %151 = fmul double %9, %12
  %152 = fadd double %151, %15
  %153 = fmul double %152, 1.600000e-01
  %154 = fptrunc double %153 to float
  %155 = fmul double %9, %13
  %156 = fadd double %155, %16
  %157 = fmul double %156, 1.600000e-01
  %158 = fptrunc double %157 to float
  %159 = getelementptr i8, ptr %47, i64 56
  %160 = add nsw i64 %5, -1
  %161 = sitofp i64 %160 to float
  %162 = sitofp i64 %6 to double
  %163 = icmp eq i64 %6, 0
  %164 = add nsw i64 %39, -1
  %165 = sitofp i64 %164 to float
  %166 = getelementptr i8, ptr %47, i64 224
  %167 = sitofp i64 %40 to double
  %168 = sitofp i64 %52 to double
  %169 = fdiv double %167, %168
  %170 = add nsw i64 %40, -1
  %171 = fptrunc double %17 to float
  %172 = fptrunc double %18 to float
  %173 = fptrunc double %19 to float
  %174 = getelementptr i8, ptr %63, i64 48
  %175 = getelementptr i8, ptr %63, i64 56
  %176 = getelementptr i8, ptr %63, i64 64
  %177 = getelementptr i8, ptr %47, i64 88
  %178 = icmp eq i8 %46, 0
  %179 = getelementptr i8, ptr %63, i64 120
  %180 = getelementptr i8, ptr %63, i64 112
  %181 = getelementptr i8, ptr %63, i64 8
  %182 = getelementptr i8, ptr %47, i64 128
  %183 = getelementptr i8, ptr %63, i64 40
  %184 = getelementptr i8, ptr %63, i64 32
  %185 = fptrunc double %44 to float
  %186 = getelementptr i8, ptr %47, i64 152
  %187 = getelementptr i8, ptr %63, i64 72
  %188 = getelementptr i8, ptr %63, i64 80
  %189 = getelementptr i8, ptr %63, i64 88
  %190 = getelementptr i8, ptr %47, i64 160
  %191 = fptrunc double %26 to float
  %192 = getelementptr i8, ptr %47, i64 104
  %193 = getelementptr i8, ptr %47, i64 168
  %194 = getelementptr i8, ptr %47, i64 176
  %195 = getelementptr i8, ptr %63, i64 16
  %196 = getelementptr i8, ptr %63, i64 96
  %197 = fmul double %23, 3.000000e-01
  %198 = fptrunc double %197 to float
  %199 = fmul double %23, -6.000000e-02
  %200 = fptrunc double %199 to float
  %201 = trunc i64 %58 to i32
  %202 = getelementptr i8, ptr %63, i64 144
  %203 = getelementptr i8, ptr %63, i64 152
  %204 = getelementptr i8, ptr %63, i64 160
  %205 = getelementptr i8, ptr %63, i64 104
  %206 = getelementptr i8, ptr %63, i64 168
  %207 = getelementptr i8, ptr %47, i64 184
  %208 = getelementptr i8, ptr %47, i64 112
  %209 = fmul double %30, 3.100000e+00
  %210 = fptrunc double %24 to float
  %211 = getelementptr i8, ptr %47, i64 120
  %212 = getelementptr i8, ptr %47, i64 136
  %213 = getelementptr i8, ptr %47, i64 144
  %214 = getelementptr i8, ptr %63, i64 128
  %215 = shl nsw i64 %58, 1
  %216 = icmp sgt i64 %42, 14
  %217 = select i1 %216, i64 %3, i64 0
  %218 = sub i64 %217, %215
  %219 = getelementptr double, ptr %63, i64 %218
  %220 = getelementptr i8, ptr %219, i64 208
  %221 = getelementptr i8, ptr %219, i64 216
  %222 = getelementptr i8, ptr %47, i64 200
  %223 = icmp eq i64 %58, 0
  %224 = fdiv double %30, 3.700000e+00
  %225 = fmul double %30, 1.100000e+00
  %226 = fmul double %30, 5.000000e-01
  %227 = fmul double %30, 9.000000e-01
  %228 = tail call double @llvm.sin.f64(double %227)
  %229 = fmul double %228, 5.000000e-02
  %230 = fmul double %29, 9.000000e-01
  %231 = getelementptr i8, ptr %47, i64 208
  %232 = getelementptr i8, ptr %63, i64 176
  %233 = fmul double %29, 2.200000e+00
  %234 = getelementptr i8, ptr %47, i64 192
  %235 = getelementptr i8, ptr %63, i64 136
  %236 = fmul double %23, 8.500000e-01
  %237 = fptrunc double %236 to float
  %238 = getelementptr i8, ptr %47, i64 256
  %239 = mul nsw i64 %43, 7
  %240 = add i64 %239, %58
  %241 = getelementptr i8, ptr %47, i64 264
  %242 = getelementptr i8, ptr %47, i64 272
  %243 = mul i64 %43, 668265263
  %244 = mul i64 %58, 2246822519
  %245 = add i64 %243, 3376847817
  %246 = add i64 %245, %244
  %247 = getelementptr i8, ptr %47, i64 280
  %248 = getelementptr i8, ptr %47, i64 288
  %249 = getelementptr i8, ptr %47, i64 296
  %250 = getelementptr i8, ptr %47, i64 304
  %251 = getelementptr i8, ptr %47, i64 352
  %252 = getelementptr i8, ptr %47, i64 312
  %253 = getelementptr i8, ptr %47, i64 344
  %254 = getelementptr i8, ptr %47, i64 320
  %255 = getelementptr i8, ptr %47, i64 328
  %256 = getelementptr i8, ptr %47, i64 336
  %257 = getelementptr i8, ptr %47, i64 360
  %258 = getelementptr i8, ptr %47, i64 368
  %259 = getelementptr i8, ptr %47, i64 376
  %260 = getelementptr i8, ptr %47, i64 384
  %261 = getelementptr i8, ptr %47, i64 392
  %262 = getelementptr i8, ptr %47, i64 400
  %263 = getelementptr i8, ptr %47, i64 408
  %264 = getelementptr i8, ptr %47, i64 416
  %265 = getelementptr i8, ptr %47, i64 424
  %266 = fmul double %30, 9.000000e+00
  %267 = fptosi double %266 to i64
  %268 = mul i64 %267, 374761393
  %269 = add i64 %268, 820797637
  %270 = fsub float 1.000000e+00, %143
  %271 = trunc i64 %43 to i32
  %272 = mul i32 %271, -2048144777
  %273 = mul i64 %7, %6
  %274 = tail call i64 @llvm.smin.i64(i64 %40, i64 0)
  %275 = mul i64 %41, %40
  %276 = icmp slt i64 %45, 0
  %277 = select i1 %276, i64 %52, i64 0
  %278 = add i64 %277, %45
  %279 = mul i64 %53, %52
  %280 = mul i64 %278, %53
  %281 = getelementptr float, ptr %51, i64 %280
  br label %282
282:
  %283 = phi i64 [ %285, %4104 ], [ 0, %97 ]
  %284 = icmp slt i64 %283, %94
  %285 = select i1 %284, i64 %94, i64 %57
  %286 = sub nsw i64 %285, %283
  %287 = add nsw i64 %286, 7
  %288 = and i64 %287, -8
  %289 = icmp sgt i64 %286, 0
  %290 = select i1 %289, i64 %288, i64 0
  %291 = icmp sgt i64 %290, 0
  br i1 %291, label %292, label %294
292:
  %293 = add nsw i64 %285, -1
  br label %3612
294:
  %295 = load double, ptr %108, align 8
  %296 = fptrunc double %295 to float
  %297 = load double, ptr %95, align 8
  %298 = fptrunc double %297 to float
  %299 = load double, ptr %115, align 8
  %300 = fptrunc double %299 to float
  %301 = load double, ptr %116, align 8
  %302 = fptrunc double %301 to float
  %303 = fmul float %298, %298
  %304 = fadd float %303, 1.000000e+00
  %305 = fmul float %118, %296
  %306 = fadd double %295, -8.370000e+02
  %307 = fmul double %306, 0x3F5FF007FC01FF00
  %308 = fcmp olt double %307, 0.000000e+00
  %309 = select i1 %308, double 0.000000e+00, double %307
  %310 = fcmp ogt double %309, 1.000000e+00
  %311 = select i1 %310, double 1.000000e+00, double %309
  %312 = fmul double %311, %311
  %313 = fmul double %311, 2.000000e+00
  %314 = fsub double 3.000000e+00, %313
  %315 = fmul double %312, %314
  %316 = fsub double 1.000000e+00, %315
  %317 = fptrunc double %316 to float
  br i1 %291, label %318, label %3736
318:
  %319 = phi i64 [ %320, %318 ], [ 0, %294 ]
  %320 = add nuw nsw i64 %319, 1
  %321 = getelementptr float, ptr %50, i64 %319
  %322 = getelementptr i8, ptr %321, i64 512
  %323 = load float, ptr %322, align 4
  %324 = fsub float %114, %323
  %325 = fmul float %324, %113
  %326 = fmul float %325, %296
  %327 = fadd float %326, %111
  %328 = fcmp olt float %327, 0.000000e+00
  %329 = select i1 %328, float 0.000000e+00, float %327
  %330 = fcmp ogt float %329, %110
  %331 = select i1 %330, float %110, float %329
  %332 = fmul float %325, %325
  %333 = fadd float %304, %332
  %334 = tail call float @llvm.sqrt.f32(float %333)
  %335 = fdiv float 1.000000e+00, %334
  %336 = fmul float %335, %300
  %337 = fmul float %325, %335
  %338 = fmul float %335, %302
  %339 = getelementptr i8, ptr %321, i64 1536
  store float %331, ptr %339, align 4
  %340 = getelementptr i8, ptr %321, i64 2048
  store float %336, ptr %340, align 4
  %341 = getelementptr i8, ptr %321, i64 2560
  store float %337, ptr %341, align 4
  %342 = getelementptr i8, ptr %321, i64 3072
  store float %338, ptr %342, align 4
  %343 = fmul float %305, %334
  %344 = fcmp olt float %343, -1.260000e+02
  %345 = select i1 %344, float -1.260000e+02, float %343
  %346 = fcmp ogt float %345, 1.260000e+02
  %347 = select i1 %346, float 1.260000e+02, float %345
  %348 = fadd float %347, 5.000000e-01
  %349 = tail call float @llvm.floor.f32(float %348)
  %350 = fsub float %347, %349
  %351 = fmul float %350, 0x3F83C6E5C0000000
  %352 = fadd float %351, 0x3FAC96D5E0000000
  %353 = fmul float %350, %352
  %354 = fadd float %353, 0x3FCEBFB3E0000000
  %355 = fmul float %350, %354
  %356 = fadd float %355, 0x3FE62E2D20000000
  %357 = fmul float %350, %356
  %358 = fadd float %357, 1.000000e+00
  %359 = fptosi float %349 to i32
  %360 = shl i32 %359, 23
  %361 = add i32 %360, 1065353216
  %362 = bitcast i32 %361 to float
  %363 = fmul float %358, %362
  %364 = fmul float %363, %317
  %365 = getelementptr i8, ptr %321, i64 3584
  store float %364, ptr %365, align 4
  %366 = fmul float %331, 0xBFB2776C60000000
  %367 = fcmp olt float %366, -1.260000e+02
  %368 = select i1 %367, float -1.260000e+02, float %366
  %369 = fcmp ogt float %368, 1.260000e+02
  %370 = select i1 %369, float 1.260000e+02, float %368
  %371 = fadd float %370, 5.000000e-01
  %372 = tail call float @llvm.floor.f32(float %371)
  %373 = fsub float %370, %372
  %374 = fmul float %373, 0x3F83C6E5C0000000
  %375 = fadd float %374, 0x3FAC96D5E0000000
  %376 = fmul float %373, %375
  %377 = fadd float %376, 0x3FCEBFB3E0000000
  %378 = fmul float %373, %377
  %379 = fadd float %378, 0x3FE62E2D20000000
  %380 = fmul float %373, %379
  %381 = fadd float %380, 1.000000e+00
  %382 = fptosi float %372 to i32
  %383 = shl i32 %382, 23
  %384 = add i32 %383, 1065353216
  %385 = bitcast i32 %384 to float
  %386 = fmul float %381, %385
  %387 = fmul float %386, %120
  %388 = getelementptr i8, ptr %321, i64 4096
  store float %387, ptr %388, align 4
  %389 = icmp eq i64 %320, %290
  br i1 %389, label %3636, label %318
390:
  %391 = icmp slt i64 %286, 1
  br i1 %391, label %3554, label %392
392:
  %393 = phi i64 [ %394, %1435 ], [ 0, %390 ]
  %394 = add nuw nsw i64 %393, 1
  %395 = getelementptr float, ptr %50, i64 %393
  %396 = getelementptr i8, ptr %395, i64 1536
  %397 = load float, ptr %396, align 4
  %398 = load double, ptr %144, align 8
  %399 = load double, ptr %177, align 8
  %400 = getelementptr i8, ptr %395, i64 2048
  %401 = load float, ptr %400, align 4
  %402 = getelementptr i8, ptr %395, i64 2560
  %403 = load float, ptr %402, align 4
  %404 = getelementptr i8, ptr %395, i64 3072
  %405 = load float, ptr %404, align 4
  %406 = load double, ptr %238, align 8
  %407 = fcmp olt double %406, 0.000000e+00
  br i1 %407, label %418, label %408
408:
  %409 = load double, ptr %260, align 8
  %410 = load double, ptr %261, align 8
  %411 = load double, ptr %262, align 8
  %412 = load double, ptr %263, align 8
  %413 = load double, ptr %264, align 8
  %414 = load double, ptr %265, align 8
  %415 = load double, ptr %254, align 8
  %416 = load double, ptr %255, align 8
  %417 = load double, ptr %256, align 8
  br label %674
418:
  %419 = load double, ptr %145, align 8
  %420 = load double, ptr %220, align 8
  %421 = load double, ptr %221, align 8
  %422 = fsub double %421, %420
  %423 = fdiv double %422, 6.000000e+00
  %424 = fadd double %423, 5.000000e-01
  %425 = tail call double @llvm.floor.f64(double %424)
  %426 = fcmp olt double %425, 1.000000e+00
  %427 = select i1 %426, double 1.000000e+00, double %425
  %428 = fdiv double %422, %427
  %429 = fsub double %419, %420
  %430 = fdiv double %429, %428
  %431 = tail call double @llvm.floor.f64(double %430)
  %432 = fptosi double %431 to i64
  %433 = mul nsw i64 %432, 61
  %434 = add i64 %240, %433
  %435 = fsub double %430, %431
  %436 = fmul double %428, %435
  %437 = fmul double %398, 5.000000e-01
  %438 = sitofp i64 %432 to double
  store double %438, ptr %238, align 8
  store double %436, ptr %241, align 8
  store double %428, ptr %242, align 8
  %439 = mul i64 %432, 374761393
  %440 = add i64 %246, %439
  %441 = lshr i64 %440, 15
  %442 = and i64 %441, 131071
  %443 = xor i64 %442, %440
  %444 = mul i64 %443, 2246822519
  %445 = lshr i64 %444, 13
  %446 = and i64 %445, 524287
  %447 = xor i64 %446, %444
  %448 = mul i64 %447, 3266489917
  %449 = and i64 %448, 4294967295
  %450 = lshr i64 %449, 16
  %451 = xor i64 %450, %449
  %452 = uitofp i64 %451 to double
  %453 = fmul double %452, 0x3DF0000000000000
  store double %453, ptr %247, align 8
  %454 = mul i64 %434, 374761393
  %455 = add i64 %454, 1252385692
  %456 = lshr i64 %455, 15
  %457 = and i64 %456, 131071
  %458 = xor i64 %457, %455
  %459 = mul i64 %458, 2246822519
  %460 = lshr i64 %459, 13
  %461 = and i64 %460, 524287
  %462 = xor i64 %461, %459
  %463 = mul i64 %462, 3266489917
  %464 = and i64 %463, 4294967295
  %465 = lshr i64 %464, 16
  %466 = xor i64 %465, %464
  %467 = uitofp i64 %466 to double
  %468 = fmul double %467, 0x3DF0000000000000
  %469 = add i64 %454, 3797717812
  %470 = lshr i64 %469, 15
  %471 = and i64 %470, 131071
  %472 = xor i64 %471, %469
  %473 = mul i64 %472, 2246822519
  %474 = lshr i64 %473, 13
  %475 = and i64 %474, 524287
  %476 = xor i64 %475, %473
  %477 = mul i64 %476, 3266489917
  %478 = and i64 %477, 4294967295
  %479 = lshr i64 %478, 16
  %480 = xor i64 %479, %478
  %481 = uitofp i64 %480 to double
  %482 = fmul double %481, 0x3DF0000000000000
  %483 = fmul double %482, 2.500000e-01
  %484 = fadd double %483, 1.600000e-01
  store double %468, ptr %248, align 8
  store double %484, ptr %249, align 8
  %485 = add i64 %454, 2843779580
  %486 = lshr i64 %485, 15
  %487 = and i64 %486, 131071
  %488 = xor i64 %487, %485
  %489 = mul i64 %488, 2246822519
  %490 = lshr i64 %489, 13
  %491 = and i64 %490, 524287
  %492 = xor i64 %491, %489
  %493 = mul i64 %492, 3266489917
  %494 = and i64 %493, 4294967295
  %495 = lshr i64 %494, 16
  %496 = xor i64 %495, %494
  %497 = uitofp i64 %496 to double
  %498 = fmul double %497, 0x3DF0000000000000
  %499 = add i64 %454, 298447460
  %500 = lshr i64 %499, 15
  %501 = and i64 %500, 131071
  %502 = xor i64 %501, %499
  %503 = mul i64 %502, 2246822519
  %504 = lshr i64 %503, 13
  %505 = and i64 %504, 524287
  %506 = xor i64 %505, %503
  %507 = mul i64 %506, 3266489917
  %508 = and i64 %507, 4294967295
  %509 = lshr i64 %508, 16
  %510 = xor i64 %509, %508
  %511 = uitofp i64 %510 to double
  %512 = fmul double %511, 0x3DF0000000000000
  store double %498, ptr %250, align 8
  store double %512, ptr %251, align 8
  %513 = fadd double %428, -2.200000e-01
  %514 = fcmp olt double %437, 1.000000e-04
  %515 = select i1 %514, double 1.000000e-04, double %437
  %516 = fadd double %515, %436
  %517 = fcmp olt double %513, %516
  %518 = select i1 %517, double %513, double %516
  %519 = fsub double %436, %515
  %520 = fcmp olt double %519, 2.200000e-01
  %521 = select i1 %520, double 2.200000e-01, double %519
  %522 = fsub double %518, %521
  %523 = fcmp olt double %522, 0.000000e+00
  %524 = select i1 %523, double 0.000000e+00, double %522
  %525 = fdiv double 5.000000e-01, %515
  %526 = fmul double %525, %524
  %527 = fadd double %428, -3.000000e-01
  %528 = fcmp olt double %527, %516
  %529 = select i1 %528, double %527, double %516
  %530 = fcmp olt double %519, 3.000000e-01
  %531 = select i1 %530, double 3.000000e-01, double %519
  %532 = fsub double %529, %531
  %533 = fcmp olt double %532, 0.000000e+00
  %534 = select i1 %533, double 0.000000e+00, double %532
  %535 = fmul double %525, %534
  store double %526, ptr %252, align 8
  store double %535, ptr %253, align 8
  %536 = add i64 %454, 2048082636
  %537 = lshr i64 %536, 15
  %538 = and i64 %537, 131071
  %539 = xor i64 %538, %536
  %540 = mul i64 %539, 2246822519
  %541 = lshr i64 %540, 13
  %542 = and i64 %541, 524287
  %543 = xor i64 %542, %540
  %544 = mul i64 %543, 3266489917
  %545 = and i64 %544, 4294967295
  %546 = lshr i64 %545, 16
  %547 = xor i64 %546, %545
  %548 = uitofp i64 %547 to double
  %549 = fmul double %548, 0x3DF0000000000000
  %550 = fmul double %549, 4.000000e-01
  %551 = fadd double %550, 3.000000e-01
  %552 = fmul double %428, %551
  %553 = fadd double %552, 6.000000e-01
  %554 = fcmp olt double %553, %516
  %555 = select i1 %554, double %553, double %516
  %556 = fadd double %552, -6.000000e-01
  %557 = fcmp ogt double %556, %519
  %558 = select i1 %557, double %556, double %519
  %559 = fsub double %555, %558
  %560 = fcmp olt double %559, 0.000000e+00
  %561 = select i1 %560, double 0.000000e+00, double %559
  %562 = fmul double %525, %561
  store double %562, ptr %254, align 8
  %563 = fdiv double %436, 1.500000e+00
  %564 = fdiv double %437, 1.500000e+00
  %565 = fcmp olt double %564, 1.000000e-04
  %566 = select i1 %565, double 1.000000e-04, double %564
  %567 = fadd double %566, %563
  %568 = tail call double @llvm.floor.f64(double %567)
  %569 = fmul double %568, 4.500000e-02
  %570 = fsub double %567, %568
  %571 = fcmp olt double %570, 0.000000e+00
  %572 = select i1 %571, double 0.000000e+00, double %570
  %573 = fcmp ogt double %572, 4.500000e-02
  %574 = select i1 %573, double 4.500000e-02, double %572
  %575 = fadd double %569, %574
  %576 = fsub double %563, %566
  %577 = tail call double @llvm.floor.f64(double %576)
  %578 = fmul double %577, 4.500000e-02
  %579 = fsub double %576, %577
  %580 = fcmp olt double %579, 0.000000e+00
  %581 = select i1 %580, double 0.000000e+00, double %579
  %582 = fcmp ogt double %581, 4.500000e-02
  %583 = select i1 %582, double 4.500000e-02, double %581
  %584 = fadd double %578, %583
  %585 = fsub double %575, %584
  %586 = fdiv double 5.000000e-01, %566
  %587 = fmul double %586, %585
  store double %587, ptr %255, align 8
  %588 = fsub double %436, %552
  %589 = tail call double @llvm.fabs.f64(double %588)
  %590 = fadd double %515, %589
  %591 = fcmp ogt double %590, 6.400000e-01
  %592 = select i1 %591, double 6.400000e-01, double %590
  %593 = fsub double %589, %515
  %594 = fcmp olt double %593, 5.600000e-01
  %595 = select i1 %594, double 5.600000e-01, double %593
  %596 = fsub double %592, %595
  %597 = fcmp olt double %596, 0.000000e+00
  %598 = select i1 %597, double 0.000000e+00, double %596
  %599 = fmul double %525, %598
  store double %599, ptr %256, align 8
  %600 = fmul double %436, 3.500000e+00
  %601 = tail call double @llvm.sin.f64(double %600)
  %602 = fadd double %428, -1.000000e-01
  %603 = fcmp olt double %602, %516
  %604 = select i1 %603, double %602, double %516
  %605 = fcmp olt double %519, 1.000000e-01
  %606 = select i1 %605, double 1.000000e-01, double %519
  %607 = fsub double %604, %606
  %608 = fcmp olt double %607, 0.000000e+00
  %609 = select i1 %608, double 0.000000e+00, double %607
  %610 = fmul double %525, %609
  %611 = tail call double @llvm.fabs.f64(double %601)
  %612 = fmul double %611, 1.000000e-01
  %613 = fadd double %612, 2.720000e+00
  store double %613, ptr %257, align 8
  store double %610, ptr %258, align 8
  %614 = fdiv double %436, 9.000000e-01
  %615 = fdiv double %437, 9.000000e-01
  %616 = fcmp olt double %615, 1.000000e-04
  %617 = select i1 %616, double 1.000000e-04, double %615
  %618 = fadd double %617, %614
  %619 = tail call double @llvm.floor.f64(double %618)
  %620 = fmul double %619, 5.000000e-01
  %621 = fsub double %618, %619
  %622 = fcmp olt double %621, 0.000000e+00
  %623 = select i1 %622, double 0.000000e+00, double %621
  %624 = fcmp ogt double %623, 5.000000e-01
  %625 = select i1 %624, double 5.000000e-01, double %623
  %626 = fadd double %620, %625
  %627 = fsub double %614, %617
  %628 = tail call double @llvm.floor.f64(double %627)
  %629 = fmul double %628, 5.000000e-01
  %630 = fsub double %627, %628
  %631 = fcmp olt double %630, 0.000000e+00
  %632 = select i1 %631, double 0.000000e+00, double %630
  %633 = fcmp ogt double %632, 5.000000e-01
  %634 = select i1 %633, double 5.000000e-01, double %632
  %635 = fadd double %629, %634
  %636 = fsub double %626, %635
  %637 = fdiv double 5.000000e-01, %617
  %638 = fmul double %637, %636
  %639 = fmul double %638, 7.500000e-01
  %640 = fadd double %639, 2.500000e-01
  store double %640, ptr %259, align 8
  %641 = load double, ptr %202, align 8
  %642 = load double, ptr %203, align 8
  %643 = load double, ptr %204, align 8
  %644 = fcmp olt double %468, 3.300000e-01
  br i1 %644, label %645, label %652
645:
  %646 = fadd double %641, 1.000000e+00
  %647 = fmul double %646, 5.000000e-01
  %648 = fadd double %642, 0x3FE6666666666666
  %649 = fmul double %648, 5.000000e-01
  %650 = fadd double %643, 4.000000e-01
  %651 = fmul double %650, 5.000000e-01
  br label %655
652:
  %653 = fcmp olt double %468, 5.500000e-01
  br i1 %653, label %654, label %655
654:
  br label %655
655:
  %656 = phi double [ %651, %645 ], [ %642, %654 ], [ %643, %652 ]
  %657 = phi double [ %649, %645 ], [ %641, %654 ], [ %642, %652 ]
  %658 = phi double [ %647, %645 ], [ %643, %654 ], [ %641, %652 ]
  store double %658, ptr %260, align 8
  store double %657, ptr %261, align 8
  store double %656, ptr %262, align 8
  %659 = load double, ptr %189, align 8
  %660 = load double, ptr %188, align 8
  %661 = load double, ptr %187, align 8
  %662 = fadd double %484, 3.000000e-01
  %663 = fmul double %662, 6.000000e-01
  %664 = fmul double %663, %661
  %665 = fmul double %658, 6.000000e-02
  %666 = fadd double %665, %664
  %667 = fmul double %663, %660
  %668 = fmul double %657, 6.000000e-02
  %669 = fadd double %668, %667
  store double %666, ptr %263, align 8
  store double %669, ptr %264, align 8
  %670 = fmul double %663, %659
  %671 = fmul double %656, 6.000000e-02
  %672 = fadd double %671, %670
  store double %672, ptr %265, align 8
  %673 = load double, ptr %238, align 8
  br label %674
674:
  %675 = phi double [ %599, %655 ], [ %417, %408 ]
  %676 = phi double [ %587, %655 ], [ %416, %408 ]
  %677 = phi double [ %562, %655 ], [ %415, %408 ]
  %678 = phi double [ %672, %655 ], [ %414, %408 ]
  %679 = phi double [ %669, %655 ], [ %413, %408 ]
  %680 = phi double [ %666, %655 ], [ %412, %408 ]
  %681 = phi double [ %656, %655 ], [ %411, %408 ]
  %682 = phi double [ %657, %655 ], [ %410, %408 ]
  %683 = phi double [ %658, %655 ], [ %409, %408 ]
  %684 = phi double [ %673, %655 ], [ %406, %408 ]
  %685 = fptosi double %684 to i64
  %686 = load double, ptr %241, align 8
  %687 = load double, ptr %242, align 8
  %688 = load double, ptr %247, align 8
  %689 = mul nsw i64 %685, 61
  %690 = add i64 %240, %689
  %691 = fmul double %399, 5.000000e-01
  %692 = load double, ptr %248, align 8
  %693 = fmul double %688, 7.500000e-01
  %694 = fadd double %693, 5.500000e-01
  %695 = fmul double %24, %694
  %696 = load double, ptr %252, align 8
  %697 = fpext float %397 to double
  %698 = fcmp olt double %691, 1.000000e-04
  %699 = select i1 %698, double 1.000000e-04, double %691
  %700 = fadd double %699, %697
  %701 = fcmp ogt double %700, 3.050000e+00
  %702 = select i1 %701, double 3.050000e+00, double %700
  %703 = fsub double %697, %699
  %704 = fcmp olt double %703, 5.000000e-01
  %705 = select i1 %704, double 5.000000e-01, double %703
  %706 = fsub double %702, %705
  %707 = fcmp olt double %706, 0.000000e+00
  %708 = select i1 %707, double 0.000000e+00, double %706
  %709 = fdiv double 5.000000e-01, %699
  %710 = fmul double %709, %708
  %711 = fmul double %710, %696
  %712 = fcmp ogt double %700, 2.500000e+00
  %713 = select i1 %712, double 2.500000e+00, double %700
  %714 = fcmp olt double %703, 6.000000e-02
  %715 = select i1 %714, double 6.000000e-02, double %703
  %716 = fsub double %713, %715
  %717 = fcmp olt double %716, 0.000000e+00
  %718 = select i1 %717, double 0.000000e+00, double %716
  %719 = fmul double %709, %718
  %720 = fmul double %719, %677
  %721 = fcmp ogt double %720, %711
  %722 = select i1 %721, double %720, double %711
  %723 = fcmp ogt double %700, 2.560000e+00
  %724 = select i1 %723, double 2.560000e+00, double %700
  %725 = fcmp olt double %703, 2.460000e+00
  %726 = select i1 %725, double 2.460000e+00, double %703
  %727 = fsub double %724, %726
  %728 = fcmp olt double %727, 0.000000e+00
  %729 = select i1 %728, double 0.000000e+00, double %727
  %730 = fmul double %709, %729
  %731 = fadd double %730, %676
  %732 = fcmp olt double %703, 0.000000e+00
  %733 = select i1 %732, double 0.000000e+00, double %703
  %734 = fsub double %713, %733
  %735 = fcmp olt double %734, 0.000000e+00
  %736 = select i1 %735, double 0.000000e+00, double %734
  %737 = fmul double %709, %736
  %738 = fmul double %737, %675
  %739 = fadd double %731, %738
  %740 = fcmp ogt double %739, 1.000000e+00
  %741 = select i1 %740, double 1.000000e+00, double %739
  %742 = fsub double 1.000000e+00, %741
  %743 = fmul double %722, %742
  %744 = fcmp olt double %688, 1.600000e-01
  br i1 %744, label %745, label %786
745:
  %746 = fdiv double %697, 1.400000e-01
  %747 = fdiv double %691, 1.400000e-01
  %748 = fcmp olt double %747, 1.000000e-04
  %749 = select i1 %748, double 1.000000e-04, double %747
  %750 = fadd double %746, %749
  %751 = tail call double @llvm.floor.f64(double %750)
  %752 = fmul double %751, 6.000000e-01
  %753 = fsub double %750, %751
  %754 = fcmp olt double %753, 0.000000e+00
  %755 = select i1 %754, double 0.000000e+00, double %753
  %756 = fcmp ogt double %755, 6.000000e-01
  %757 = select i1 %756, double 6.000000e-01, double %755
  %758 = fadd double %752, %757
  %759 = fsub double %746, %749
  %760 = tail call double @llvm.floor.f64(double %759)
  %761 = fmul double %760, 6.000000e-01
  %762 = fsub double %759, %760
  %763 = fcmp olt double %762, 0.000000e+00
  %764 = select i1 %763, double 0.000000e+00, double %762
  %765 = fcmp ogt double %764, 6.000000e-01
  %766 = select i1 %765, double 6.000000e-01, double %764
  %767 = fadd double %761, %766
  %768 = fsub double %758, %767
  %769 = fdiv double 5.000000e-01, %749
  %770 = fmul double %769, %768
  %771 = fmul double %770, 4.000000e-01
  %772 = fadd double %771, 6.000000e-01
  %773 = fsub double 1.000000e+00, %743
  %774 = fmul double %680, %773
  %775 = fmul double %743, 2.400000e-01
  %776 = fmul double %775, %772
  %777 = fadd double %774, %776
  %778 = fmul double %679, %773
  %779 = fmul double %743, 2.500000e-01
  %780 = fmul double %779, %772
  %781 = fadd double %778, %780
  %782 = fmul double %678, %773
  %783 = fmul double %743, 2.600000e-01
  %784 = fmul double %783, %772
  %785 = fadd double %782, %784
  br label %1026
786:
  %787 = fcmp ogt double %399, %398
  %788 = select i1 %787, double %399, double %398
  %789 = fadd double %788, -6.000000e-02
  %790 = fmul double %789, 0x4010AAAAAAAAAAAB
  %791 = fcmp olt double %790, 0.000000e+00
  %792 = select i1 %791, double 0.000000e+00, double %790
  %793 = fcmp ogt double %792, 1.000000e+00
  %794 = select i1 %793, double 1.000000e+00, double %792
  %795 = fmul double %794, %794
  %796 = fmul double %794, 2.000000e+00
  %797 = fsub double 3.000000e+00, %796
  %798 = fmul double %795, %797
  %799 = fsub double 1.000000e+00, %798
  %800 = fcmp ogt double %799, 0.000000e+00
  %801 = fcmp ogt double %743, 0.000000e+00
  %802 = select i1 %800, i1 %801, i1 false
  br i1 %802, label %803, label %988
803:
  %804 = fpext float %405 to double
  %805 = fcmp olt double %804, 5.000000e-02
  %806 = select i1 %805, double 5.000000e-02, double %804
  %807 = fdiv double 2.600000e+00, %806
  %808 = fpext float %401 to double
  %809 = fmul double %807, %808
  %810 = fadd double %809, %686
  %811 = fpext float %403 to double
  %812 = fmul double %807, %811
  %813 = fadd double %812, %697
  %814 = fcmp ogt double %813, 3.000000e+00
  br i1 %814, label %815, label %841
815:
  %816 = fmul double %810, 4.000000e-01
  %817 = fadd double %816, 1.000000e-01
  %818 = tail call double @llvm.floor.f64(double %817)
  %819 = fmul double %818, 0x3FD0000000000001
  %820 = fsub double %817, %818
  %821 = fadd double %820, -3.000000e-01
  %822 = fcmp olt double %821, 0.000000e+00
  %823 = select i1 %822, double 0.000000e+00, double %821
  %824 = fcmp ogt double %823, 0x3FD0000000000001
  %825 = select i1 %824, double 0x3FD0000000000001, double %823
  %826 = fadd double %819, %825
  %827 = fadd double %816, -1.000000e-01
  %828 = tail call double @llvm.floor.f64(double %827)
  %829 = fmul double %828, 0x3FD0000000000001
  %830 = fsub double %827, %828
  %831 = fadd double %830, -3.000000e-01
  %832 = fcmp olt double %831, 0.000000e+00
  %833 = select i1 %832, double 0.000000e+00, double %831
  %834 = fcmp ogt double %833, 0x3FD0000000000001
  %835 = select i1 %834, double 0x3FD0000000000001, double %833
  %836 = fadd double %829, %835
  %837 = fsub double %826, %836
  %838 = fmul double %837, 5.000000e+00
  %839 = fmul double %838, 9.000000e-01
  %840 = fadd double %839, 1.000000e+00
  br label %911
841:
  %842 = fcmp olt double %813, 5.000000e-02
  br i1 %842, label %911, label %843
843:
  %844 = fdiv double %813, 6.200000e-01
  %845 = tail call double @llvm.floor.f64(double %844)
  %846 = fsub double %844, %845
  %847 = fdiv double %810, 2.100000e-01
  %848 = fmul double %845, 3.700000e-01
  %849 = fadd double %847, %848
  %850 = tail call double @llvm.floor.f64(double %849)
  %851 = fptosi double %850 to i64
  %852 = fptosi double %845 to i64
  %853 = mul i64 %851, 374761393
  %854 = mul i64 %852, 668265263
  %855 = mul i64 %690, 2246822519
  %856 = add i64 %854, %855
  %857 = add i64 %856, %853
  %858 = lshr i64 %857, 15
  %859 = and i64 %858, 131071
  %860 = xor i64 %859, %857
  %861 = mul i64 %860, 2246822519
  %862 = lshr i64 %861, 13
  %863 = and i64 %862, 524287
  %864 = xor i64 %863, %861
  %865 = mul i64 %864, 3266489917
  %866 = and i64 %865, 4294967295
  %867 = lshr i64 %866, 16
  %868 = xor i64 %867, %866
  %869 = uitofp i64 %868 to double
  %870 = fmul double %869, 0x3DF0000000000000
  %871 = fcmp olt double %846, 7.000000e-02
  br i1 %871, label %904, label %872
872:
  %873 = fdiv double %810, 1.900000e+00
  %874 = fadd double %873, -1.000000e-02
  %875 = tail call double @llvm.floor.f64(double %874)
  %876 = fadd double %873, 1.000000e-02
  %877 = tail call double @llvm.floor.f64(double %876)
  %878 = fmul double %877, 5.000000e-02
  %879 = fsub double %876, %877
  %880 = fcmp olt double %879, 0.000000e+00
  %881 = select i1 %880, double 0.000000e+00, double %879
  %882 = fcmp ogt double %881, 5.000000e-02
  %883 = select i1 %882, double 5.000000e-02, double %881
  %884 = fadd double %878, %883
  %885 = fmul double %875, 5.000000e-02
  %886 = fsub double %874, %875
  %887 = fcmp olt double %886, 0.000000e+00
  %888 = select i1 %887, double 0.000000e+00, double %886
  %889 = fcmp ogt double %888, 5.000000e-02
  %890 = select i1 %889, double 5.000000e-02, double %888
  %891 = fadd double %885, %890
  %892 = fsub double %884, %891
  %893 = fmul double %892, 5.000000e+01
  %894 = fcmp ogt double %893, 5.000000e-01
  br i1 %894, label %904, label %895
895:
  %896 = fmul double %870, 4.000000e-01
  %897 = fadd double %896, 3.500000e-01
  %898 = fcmp olt double %846, %897
  %899 = fcmp ogt double %870, 1.200000e-01
  %900 = select i1 %898, i1 %899, i1 false
  br i1 %900, label %901, label %904
901:
  %902 = fmul double %870, 5.500000e-01
  %903 = fadd double %902, 4.500000e-01
  br label %904
904:
  %905 = phi double [ 3.000000e-01, %872 ], [ %903, %901 ], [ 3.000000e-01, %843 ], [ 6.200000e-01, %895 ]
  %906 = load double, ptr %251, align 8
  %907 = fcmp olt double %906, 4.500000e-01
  br i1 %907, label %908, label %911
908:
  %909 = fadd double %813, -2.450000e+00
  br label %1220
910:
  br label %911
911:
  %912 = phi double [ 0.000000e+00, %815 ], [ %870, %904 ], [ 3.000000e-01, %910 ], [ 3.000000e-01, %1231 ], [ 0.000000e+00, %841 ]
  %913 = phi double [ %840, %815 ], [ %905, %904 ], [ 2.800000e-01, %910 ], [ %1266, %1231 ], [ 3.500000e-01, %841 ]
  %914 = fdiv double 5.000000e-01, %806
  %915 = fmul double %914, %808
  %916 = fadd double %915, %686
  %917 = fdiv double %916, 1.150000e+00
  %918 = fmul double %692, 0x3FE6666666666666
  %919 = fadd double %917, %918
  %920 = fmul double %914, %811
  %921 = fadd double %920, %697
  %922 = tail call double @llvm.floor.f64(double %919)
  %923 = fsub double %919, %922
  %924 = fadd double %923, -5.000000e-01
  %925 = fmul double %924, 1.150000e+00
  %926 = fptosi double %922 to i64
  %927 = mul i64 %926, 374761393
  %928 = mul i64 %690, 668265263
  %929 = add i64 %928, 4122376223
  %930 = add i64 %929, %927
  %931 = lshr i64 %930, 15
  %932 = and i64 %931, 131071
  %933 = xor i64 %932, %930
  %934 = mul i64 %933, 2246822519
  %935 = lshr i64 %934, 13
  %936 = and i64 %935, 524287
  %937 = xor i64 %936, %934
  %938 = mul i64 %937, 3266489917
  %939 = and i64 %938, 4294967295
  %940 = lshr i64 %939, 16
  %941 = xor i64 %940, %939
  %942 = uitofp i64 %941 to double
  %943 = fmul double %942, 0x3DF0000000000000
  %944 = fcmp olt double %943, 5.500000e-01
  %945 = fcmp ogt double %921, 4.500000e-01
  %946 = select i1 %944, i1 %945, i1 false
  br i1 %946, label %947, label %980
947:
  %948 = fadd double %921, -1.950000e+00
  br label %949
949:
  %950 = phi double [ 1.000000e+00, %947 ], [ %956, %949 ]
  %951 = phi double [ %948, %947 ], [ %958, %949 ]
  %952 = phi i64 [ 2, %947 ], [ %957, %949 ]
  %953 = and i64 %952, 1
  %954 = icmp eq i64 %953, 0
  %955 = fmul double %950, %951
  %956 = select i1 %954, double %950, double %955
  %957 = lshr i64 %952, 1
  %958 = fmul double %951, %951
  %959 = icmp eq i64 %957, 0
  br i1 %959, label %960, label %949
960:
  %961 = fmul double %925, %925
  %962 = fdiv double %961, 1.200000e-02
  %963 = fdiv double %956, 2.000000e-02
  %964 = fadd double %962, %963
  %965 = fcmp olt double %921, 1.780000e+00
  br i1 %965, label %966, label %974
966:
  %967 = tail call double @llvm.fabs.f64(double %925)
  %968 = fadd double %921, -1.250000e+00
  %969 = tail call double @llvm.fabs.f64(double %968)
  %970 = fmul double %969, 1.000000e-01
  %971 = fadd double %970, 1.300000e-01
  %972 = fdiv double %967, %971
  %973 = fcmp olt double %972, 1.000000e+00
  br label %974
974:
  %975 = phi i1 [ %973, %966 ], [ false, %960 ]
  %976 = fcmp olt double %964, 1.000000e+00
  %977 = select i1 %976, i1 true, i1 %975
  br i1 %977, label %978, label %980
978:
  %979 = fmul double %913, 2.200000e-01
  br label %980
980:
  %981 = phi double [ %979, %978 ], [ %913, %974 ], [ %913, %911 ]
  %982 = fadd double %981, -8.000000e-01
  %983 = fmul double %799, %982
  %984 = fadd double %983, 8.000000e-01
  %985 = fmul double %799, %912
  %986 = fadd double %985, -3.000000e-01
  %987 = fmul double %986, 2.500000e-01
  br label %988
988:
  %989 = phi double [ %984, %980 ], [ 8.000000e-01, %786 ]
  %990 = phi double [ %987, %980 ], [ 0xBFB3333333333333, %786 ]
  %991 = fadd double %697, -3.000000e-01
  %992 = fmul double %991, 4.000000e-01
  %993 = fcmp olt double %992, 0.000000e+00
  %994 = select i1 %993, double 0.000000e+00, double %992
  %995 = fcmp ogt double %994, 1.000000e+00
  %996 = select i1 %995, double 1.000000e+00, double %994
  %997 = fmul double %996, %996
  %998 = fmul double %996, 2.000000e+00
  %999 = fsub double 3.000000e+00, %998
  %1000 = fmul double %997, %999
  %1001 = fmul double %1000, 2.800000e-01
  %1002 = fadd double %1001, 0x3FE70A3D70A3D70A
  %1003 = fmul double %695, %989
  %1004 = fmul double %1002, %1003
  %1005 = fmul double %743, %1004
  %1006 = fadd double %683, -1.000000e+00
  %1007 = fmul double %1006, 3.000000e-01
  %1008 = fadd double %1007, 1.080000e+00
  %1009 = fadd double %681, -3.000000e-01
  %1010 = fmul double %1009, %990
  %1011 = fadd double %1008, %1010
  %1012 = fmul double %1005, %1011
  %1013 = fadd double %1012, 0.000000e+00
  %1014 = fadd double %682, 0xBFE70A3D70A3D70A
  %1015 = fmul double %1014, 3.000000e-01
  %1016 = fadd double %1015, 0x3FE70A3D70A3D70A
  %1017 = fmul double %1016, %1005
  %1018 = fadd double %1017, 0.000000e+00
  %1019 = fadd double %681, -3.800000e-01
  %1020 = fmul double %1019, 3.500000e-01
  %1021 = fadd double %1020, 3.800000e-01
  %1022 = fmul double %990, 3.000000e-01
  %1023 = fsub double %1021, %1022
  %1024 = fmul double %1005, %1023
  %1025 = fadd double %1024, 0.000000e+00
  br label %1026
1026:
  %1027 = phi double [ 0.000000e+00, %745 ], [ %1013, %988 ]
  %1028 = phi double [ 0.000000e+00, %745 ], [ %1018, %988 ]
  %1029 = phi double [ 0.000000e+00, %745 ], [ %1025, %988 ]
  %1030 = phi double [ %777, %745 ], [ %680, %988 ]
  %1031 = phi double [ %781, %745 ], [ %679, %988 ]
  %1032 = phi double [ %785, %745 ], [ %678, %988 ]
  %1033 = phi double [ 0.000000e+00, %745 ], [ %743, %988 ]
  %1034 = load double, ptr %250, align 8
  %1035 = fcmp uge double %1034, 3.000000e-01
  %1036 = fcmp ult double %688, 1.000000e-01
  %1037 = select i1 %1035, i1 true, i1 %1036
  br i1 %1037, label %1097, label %1038
1038:
  %1039 = load double, ptr %257, align 8
  %1040 = fcmp ogt double %700, 3.600000e+00
  %1041 = select i1 %1040, double 3.600000e+00, double %700
  %1042 = fcmp ogt double %1039, %703
  %1043 = select i1 %1042, double %1039, double %703
  %1044 = fsub double %1041, %1043
  %1045 = fcmp olt double %1044, 0.000000e+00
  %1046 = select i1 %1045, double 0.000000e+00, double %1044
  %1047 = fmul double %709, %1046
  %1048 = load double, ptr %258, align 8
  %1049 = fmul double %1048, %1047
  %1050 = load double, ptr %259, align 8
  %1051 = fadd double %697, -2.700000e+00
  %1052 = fmul double %1051, 5.000000e-01
  %1053 = fadd double %1052, 5.500000e-01
  %1054 = fsub double 1.000000e+00, %1049
  %1055 = fmul double %1033, %1054
  %1056 = fmul double %683, %1050
  %1057 = fmul double %1056, 5.000000e-01
  %1058 = fmul double %1053, %1057
  %1059 = fsub double %1058, %1030
  %1060 = fmul double %1059, %1049
  %1061 = fadd double %1030, %1060
  %1062 = fmul double %682, %1050
  %1063 = fmul double %1062, 5.000000e-01
  %1064 = fmul double %1053, %1063
  %1065 = fsub double %1064, %1031
  %1066 = fmul double %1065, %1049
  %1067 = fadd double %1031, %1066
  %1068 = fmul double %681, %1050
  %1069 = fmul double %1068, 5.000000e-01
  %1070 = fmul double %1053, %1069
  %1071 = fsub double %1070, %1032
  %1072 = fmul double %1071, %1049
  %1073 = fadd double %1032, %1072
  %1074 = fmul double %695, 2.200000e-01
  %1075 = fmul double %1051, 0x3FFAAAAAAAAAAAAF
  %1076 = fcmp olt double %1075, 0.000000e+00
  %1077 = select i1 %1076, double 0.000000e+00, double %1075
  %1078 = fcmp ogt double %1077, 1.000000e+00
  %1079 = select i1 %1078, double 1.000000e+00, double %1077
  %1080 = fmul double %1079, %1079
  %1081 = fmul double %1079, 2.000000e+00
  %1082 = fsub double 3.000000e+00, %1081
  %1083 = fmul double %1080, %1082
  %1084 = fsub double 1.000000e+00, %1083
  %1085 = fmul double %1084, %1074
  %1086 = fmul double %1085, %1050
  %1087 = fmul double %1027, %1054
  %1088 = fmul double %1086, %1049
  %1089 = fmul double %683, %1088
  %1090 = fadd double %1087, %1089
  %1091 = fmul double %1028, %1054
  %1092 = fmul double %682, %1088
  %1093 = fadd double %1091, %1092
  %1094 = fmul double %1029, %1054
  %1095 = fmul double %681, %1088
  %1096 = fadd double %1094, %1095
  br label %1097
1097:
  %1098 = phi double [ %1073, %1038 ], [ %1032, %1026 ]
  %1099 = phi double [ %1067, %1038 ], [ %1031, %1026 ]
  %1100 = phi double [ %1061, %1038 ], [ %1030, %1026 ]
  %1101 = phi double [ %1090, %1038 ], [ %1027, %1026 ]
  %1102 = phi double [ %1093, %1038 ], [ %1028, %1026 ]
  %1103 = phi double [ %1096, %1038 ], [ %1029, %1026 ]
  %1104 = phi double [ %1055, %1038 ], [ %1033, %1026 ]
  %1105 = fcmp ogt double %700, 4.280000e+00
  %1106 = select i1 %1105, double 4.280000e+00, double %700
  %1107 = fcmp olt double %703, 3.420000e+00
  %1108 = select i1 %1107, double 3.420000e+00, double %703
  %1109 = fsub double %1106, %1108
  %1110 = fcmp olt double %1109, 0.000000e+00
  %1111 = select i1 %1110, double 0.000000e+00, double %1109
  %1112 = fmul double %709, %1111
  %1113 = load double, ptr %253, align 8
  %1114 = fmul double %1112, %1113
  %1115 = fcmp ule double %1114, 0.000000e+00
  %1116 = select i1 %1115, i1 true, i1 %1036
  br i1 %1116, label %1435, label %1117
1117:
  %1118 = fcmp ogt double %399, %398
  %1119 = select i1 %1118, double %399, double %398
  %1120 = fmul double %1119, 5.000000e-01
  %1121 = fdiv double %1120, 6.000000e-01
  %1122 = fadd double %687, -8.000000e-01
  %1123 = fdiv double %1122, 6.200000e-01
  %1124 = fadd double %686, -4.000000e-01
  %1125 = fdiv double %1124, %1122
  %1126 = fadd double %697, -3.540000e+00
  %1127 = fdiv double %1126, 6.200000e-01
  %1128 = fmul double %1123, 8.200000e-01
  %1129 = tail call double @llvm.floor.f64(double %1128)
  %1130 = fcmp olt double %1129, 1.000000e+00
  %1131 = select i1 %1130, double 1.000000e+00, double %1129
  %1132 = fadd double %1125, -5.000000e-01
  %1133 = fmul double %1123, %1132
  %1134 = fdiv double %1133, 9.000000e-01
  %1135 = fmul double %1131, 5.000000e-01
  %1136 = fadd double %1134, %1135
  %1137 = fcmp olt double %1136, 0.000000e+00
  br i1 %1137, label %1414, label %1268
1138:
  %1139 = mul i64 %690, 668265263
  %1140 = add i64 %269, %1139
  %1141 = lshr i64 %1140, 15
  %1142 = and i64 %1141, 131071
  %1143 = xor i64 %1142, %1140
  %1144 = mul i64 %1143, 2246822519
  %1145 = lshr i64 %1144, 13
  %1146 = and i64 %1145, 524287
  %1147 = xor i64 %1146, %1144
  %1148 = mul i64 %1147, 3266489917
  %1149 = and i64 %1148, 4294967295
  %1150 = lshr i64 %1149, 16
  %1151 = xor i64 %1150, %1149
  %1152 = uitofp i64 %1151 to double
  %1153 = fmul double %1152, 0x3DF0000000000000
  %1154 = fadd double %1153, -3.500000e-01
  %1155 = fmul double %1154, 0x4023FFFFFFFFFFFE
  %1156 = fcmp olt double %1155, 0.000000e+00
  %1157 = select i1 %1156, double 0.000000e+00, double %1155
  %1158 = fcmp ogt double %1157, 1.000000e+00
  %1159 = select i1 %1158, double 1.000000e+00, double %1157
  %1160 = fmul double %1159, %1159
  %1161 = fmul double %1159, 2.000000e+00
  %1162 = fsub double 3.000000e+00, %1161
  %1163 = fmul double %1160, %1162
  %1164 = fmul double %1163, 7.500000e-01
  %1165 = fadd double %1164, 2.500000e-01
  br label %1166
1166:
  %1167 = phi double [ %1165, %1138 ], [ 1.000000e+00, %1414 ]
  %1168 = fcmp ogt double %1034, 0x3FE70A3D70A3D70A
  br i1 %1168, label %1169, label %1189
1169:
  %1170 = fmul double %1415, 8.500000e-01
  %1171 = fsub double 1.000000e+00, %1170
  %1172 = fmul double %1418, %1171
  %1173 = fmul double %1172, 8.500000e-01
  %1174 = fmul double %683, 8.000000e-01
  %1175 = fadd double %1174, 2.000000e-01
  %1176 = fmul double %1175, %1114
  %1177 = fmul double %1176, %1173
  %1178 = fadd double %1101, %1177
  %1179 = fmul double %682, 8.000000e-01
  %1180 = fadd double %1179, 2.000000e-01
  %1181 = fmul double %1180, %1114
  %1182 = fmul double %1181, %1173
  %1183 = fadd double %1102, %1182
  %1184 = fmul double %681, 8.000000e-01
  %1185 = fadd double %1184, 2.000000e-01
  %1186 = fmul double %1185, %1114
  %1187 = fmul double %1186, %1173
  %1188 = fadd double %1103, %1187
  br label %1435
1189:
  %1190 = fcmp ogt double %1034, 3.000000e-01
  br i1 %1190, label %1191, label %1213
1191:
  %1192 = fmul double %1418, 1.000000e-01
  %1193 = fmul double %683, %1114
  %1194 = fmul double %1415, 2.300000e+00
  %1195 = fmul double %1418, %1194
  %1196 = fadd double %1192, %1195
  %1197 = fmul double %1193, %1196
  %1198 = fmul double %1197, %1167
  %1199 = fadd double %1101, %1198
  %1200 = fmul double %682, %1114
  %1201 = fmul double %1200, %1196
  %1202 = fmul double %1201, %1167
  %1203 = fadd double %1102, %1202
  %1204 = fmul double %681, %1114
  %1205 = fmul double %1204, %1196
  %1206 = fmul double %1205, %1167
  %1207 = fadd double %1103, %1206
  %1208 = fmul double %1114, 0x3FE6666666666666
  %1209 = fsub double 1.000000e+00, %1208
  %1210 = fmul double %1100, %1209
  %1211 = fmul double %1099, %1209
  %1212 = fmul double %1098, %1209
  br label %1435
1213:
  %1214 = fmul double %1114, %1415
  %1215 = fmul double %1214, 5.000000e-01
  %1216 = fadd double %1100, %1215
  %1217 = fadd double %1099, %1215
  %1218 = fmul double %1214, 4.500000e-01
  %1219 = fadd double %1098, %1218
  br label %1435
1220:
  %1221 = phi double [ 1.000000e+00, %908 ], [ %1227, %1220 ]
  %1222 = phi double [ %909, %908 ], [ %1229, %1220 ]
  %1223 = phi i64 [ 2, %908 ], [ %1228, %1220 ]
  %1224 = and i64 %1223, 1
  %1225 = icmp eq i64 %1224, 0
  %1226 = fmul double %1221, %1222
  %1227 = select i1 %1225, double %1221, double %1226
  %1228 = lshr i64 %1223, 1
  %1229 = fmul double %1222, %1222
  %1230 = icmp eq i64 %1228, 0
  br i1 %1230, label %1231, label %1220
1231:
  %1232 = fdiv double %810, 1.400000e+00
  %1233 = tail call double @llvm.floor.f64(double %1232)
  %1234 = fmul double %813, 1.400000e-01
  %1235 = fadd double %1234, 6.200000e-01
  %1236 = fsub double %1232, %1233
  %1237 = fadd double %1236, -5.000000e-01
  %1238 = fmul double %1237, %1237
  %1239 = fmul double %1238, 5.000000e+01
  %1240 = fmul double %1227, 3.000000e+01
  %1241 = fadd double %1239, %1240
  %1242 = fptrunc double %1241 to float
  %1243 = fmul float %1242, 0xBFF7154760000000
  %1244 = fcmp olt float %1243, -1.260000e+02
  %1245 = select i1 %1244, float -1.260000e+02, float %1243
  %1246 = fcmp ogt float %1245, 1.260000e+02
  %1247 = select i1 %1246, float 1.260000e+02, float %1245
  %1248 = fadd float %1247, 5.000000e-01
  %1249 = tail call float @llvm.floor.f32(float %1248)
  %1250 = fsub float %1247, %1249
  %1251 = fmul float %1250, 0x3F83C6E5C0000000
  %1252 = fadd float %1251, 0x3FAC96D5E0000000
  %1253 = fmul float %1250, %1252
  %1254 = fadd float %1253, 0x3FCEBFB3E0000000
  %1255 = fmul float %1250, %1254
  %1256 = fadd float %1255, 0x3FE62E2D20000000
  %1257 = fmul float %1250, %1256
  %1258 = fadd float %1257, 1.000000e+00
  %1259 = fptosi float %1249 to i32
  %1260 = shl i32 %1259, 23
  %1261 = add i32 %1260, 1065353216
  %1262 = bitcast i32 %1261 to float
  %1263 = fmul float %1258, %1262
  %1264 = fpext float %1263 to double
  %1265 = fmul double %1264, 1.300000e+00
  %1266 = fadd double %1235, %1265
  %1267 = fcmp olt double %813, 1.100000e+00
  br i1 %1267, label %910, label %911
1268:
  %1269 = fcmp oge double %1136, %1131
  %1270 = fcmp olt double %1127, 0.000000e+00
  %1271 = fcmp ogt double %1127, 1.000000e+00
  %1272 = or i1 %1270, %1271
  %1273 = select i1 %1269, i1 true, i1 %1272
  br i1 %1273, label %1414, label %1315
1274:
  %1275 = fsub double %1136, %1316
  %1276 = mul nsw i64 %690, 37
  %1277 = add nsw i64 %1276, %1317
  %1278 = mul i64 %1277, 668265263
  %1279 = add i64 %1278, 668911581
  %1280 = fadd double %1275, -5.000000e-01
  %1281 = fmul double %1280, 0x3FE70A3D70A3D70A
  %1282 = fadd double %1127, -5.000000e-01
  %1283 = fmul double %1282, 6.200000e-01
  %1284 = fsub double %1281, %1283
  %1285 = fmul double %1280, 6.200000e-01
  %1286 = fmul double %1282, 0x3FE70A3D70A3D70A
  %1287 = fadd double %1286, %1285
  %1288 = tail call double @llvm.fabs.f64(double %1287)
  %1289 = fadd double %1288, -4.500000e-01
  %1290 = fcmp olt double %1289, 0.000000e+00
  %1291 = select i1 %1290, double 0.000000e+00, double %1289
  %1292 = fmul double %1284, %1284
  %1293 = fmul double %1291, %1291
  %1294 = fadd double %1292, %1293
  %1295 = tail call double @llvm.sqrt.f64(double %1294)
  %1296 = mul i64 %1277, 374761393
  %1297 = add i64 %1296, 320902300
  %1298 = lshr i64 %1297, 15
  %1299 = and i64 %1298, 131071
  %1300 = xor i64 %1299, %1297
  %1301 = mul i64 %1300, 2246822519
  %1302 = lshr i64 %1301, 13
  %1303 = and i64 %1302, 524287
  %1304 = xor i64 %1303, %1301
  %1305 = mul i64 %1304, 3266489917
  %1306 = and i64 %1305, 4294967295
  %1307 = lshr i64 %1306, 16
  %1308 = xor i64 %1307, %1306
  %1309 = uitofp i64 %1308 to double
  %1310 = fmul double %1309, 0x3DF0000000000000
  %1311 = fmul double %1310, 3.000000e+00
  %1312 = tail call double @llvm.floor.f64(double %1311)
  %1313 = fmul double %1312, 3.400000e-01
  %1314 = fadd double %1313, 1.600000e-01
  br label %1391
1315:
  %1316 = tail call double @llvm.floor.f64(double %1136)
  %1317 = fptosi double %1316 to i64
  %1318 = mul i64 %1317, 374761393
  %1319 = mul i64 %690, 668265263
  %1320 = add i64 %1319, 3193419543
  %1321 = add i64 %1320, %1318
  %1322 = lshr i64 %1321, 15
  %1323 = and i64 %1322, 131071
  %1324 = xor i64 %1323, %1321
  %1325 = mul i64 %1324, 2246822519
  %1326 = lshr i64 %1325, 13
  %1327 = and i64 %1326, 524287
  %1328 = xor i64 %1327, %1325
  %1329 = mul i64 %1328, 3266489917
  %1330 = and i64 %1329, 4294967295
  %1331 = lshr i64 %1330, 16
  %1332 = xor i64 %1331, %1330
  %1333 = uitofp i64 %1332 to double
  %1334 = fmul double %1333, 0x3DF0000000000000
  %1335 = fcmp olt double %1334, 1.200000e-01
  br i1 %1335, label %1414, label %1274
1336:
  %1337 = icmp ult i64 %1393, 3
  br i1 %1337, label %1338, label %1342
1338:
  %1339 = uitofp i64 %1393 to double
  %1340 = fmul double %1339, 3.800000e-01
  %1341 = fadd double %1340, 1.200000e-01
  br label %1351
1342:
  %1343 = icmp ult i64 %1393, 6
  br i1 %1343, label %1344, label %1349
1344:
  %1345 = add nsw i64 %1393, -3
  %1346 = uitofp i64 %1345 to double
  %1347 = fmul double %1346, 3.400000e-01
  %1348 = fadd double %1347, 1.600000e-01
  br label %1351
1349:
  %1350 = icmp eq i64 %1393, 6
  br i1 %1350, label %1351, label %1411
1351:
  %1352 = phi double [ 5.000000e-01, %1338 ], [ %1348, %1344 ], [ %1314, %1349 ]
  %1353 = phi double [ 3.400000e-01, %1338 ], [ 0.000000e+00, %1344 ], [ 0.000000e+00, %1349 ]
  %1354 = phi double [ 0.000000e+00, %1338 ], [ 3.800000e-01, %1344 ], [ 1.900000e-01, %1349 ]
  %1355 = phi double [ %1341, %1338 ], [ 5.000000e-01, %1344 ], [ 3.100000e-01, %1349 ]
  %1356 = fsub double %1275, %1352
  %1357 = tail call double @llvm.fabs.f64(double %1356)
  %1358 = fsub double %1357, %1353
  %1359 = fcmp olt double %1358, 0.000000e+00
  %1360 = select i1 %1359, double 0.000000e+00, double %1358
  %1361 = fsub double %1127, %1355
  %1362 = tail call double @llvm.fabs.f64(double %1361)
  %1363 = fsub double %1362, %1354
  %1364 = fcmp olt double %1363, 0.000000e+00
  %1365 = select i1 %1364, double 0.000000e+00, double %1363
  %1366 = fmul double %1360, %1360
  %1367 = fmul double %1365, %1365
  %1368 = fadd double %1366, %1367
  %1369 = tail call double @llvm.sqrt.f64(double %1368)
  %1370 = fcmp olt double %1369, %1392
  %1371 = select i1 %1370, double %1369, double %1392
  br label %1388
1372:
  %1373 = fcmp olt double %1121, 2.000000e-02
  %1374 = select i1 %1373, double 2.000000e-02, double %1121
  %1375 = fsub double 0x3FB3333333333333, %1389
  %1376 = fmul double %1374, 2.000000e+00
  %1377 = fdiv double %1375, %1376
  %1378 = fadd double %1377, 5.000000e-01
  %1379 = fcmp olt double %1378, 0.000000e+00
  %1380 = select i1 %1379, double 0.000000e+00, double %1378
  %1381 = fcmp ogt double %1380, 1.000000e+00
  %1382 = select i1 %1381, double 1.000000e+00, double %1380
  %1383 = fdiv double 0x3FB3333333333333, %1374
  %1384 = fadd double %1383, 3.000000e-01
  %1385 = fcmp olt double %1384, 1.000000e+00
  %1386 = select i1 %1385, double %1384, double 1.000000e+00
  %1387 = fmul double %1386, %1382
  br label %1414
1388:
  %1389 = phi double [ %1413, %1411 ], [ %1371, %1351 ], [ %1392, %1391 ]
  %1390 = icmp eq i64 %1394, 8
  br i1 %1390, label %1372, label %1391
1391:
  %1392 = phi double [ 9.000000e+00, %1274 ], [ %1389, %1388 ]
  %1393 = phi i64 [ 0, %1274 ], [ %1394, %1388 ]
  %1394 = add nuw nsw i64 %1393, 1
  %1395 = mul nuw nsw i64 %1393, 374761393
  %1396 = add i64 %1279, %1395
  %1397 = lshr i64 %1396, 15
  %1398 = and i64 %1397, 131071
  %1399 = xor i64 %1398, %1396
  %1400 = mul i64 %1399, 2246822519
  %1401 = lshr i64 %1400, 13
  %1402 = and i64 %1401, 524287
  %1403 = xor i64 %1402, %1400
  %1404 = mul i64 %1403, 3266489917
  %1405 = and i64 %1404, 4294967295
  %1406 = lshr i64 %1405, 16
  %1407 = xor i64 %1406, %1405
  %1408 = uitofp i64 %1407 to double
  %1409 = fmul double %1408, 0x3DF0000000000000
  %1410 = fcmp ogt double %1409, 4.700000e-01
  br i1 %1410, label %1388, label %1336
1411:
  %1412 = fcmp olt double %1295, %1392
  %1413 = select i1 %1412, double %1295, double %1392
  br label %1388
1414:
  %1415 = phi double [ %1387, %1372 ], [ 0.000000e+00, %1268 ], [ 0.000000e+00, %1117 ], [ 0.000000e+00, %1315 ]
  %1416 = fmul double %688, 6.000000e-01
  %1417 = fadd double %1416, 0x3FE6666666666666
  %1418 = fmul double %29, %1417
  %1419 = mul i64 %690, 374761393
  %1420 = add i64 %1419, 1094144404
  %1421 = lshr i64 %1420, 15
  %1422 = and i64 %1421, 131071
  %1423 = xor i64 %1422, %1420
  %1424 = mul i64 %1423, 2246822519
  %1425 = lshr i64 %1424, 13
  %1426 = and i64 %1425, 524287
  %1427 = xor i64 %1426, %1424
  %1428 = mul i64 %1427, 3266489917
  %1429 = and i64 %1428, 4294967295
  %1430 = lshr i64 %1429, 16
  %1431 = xor i64 %1430, %1429
  %1432 = uitofp i64 %1431 to double
  %1433 = fmul double %1432, 0x3DF0000000000000
  %1434 = fcmp olt double %1433, 8.000000e-02
  br i1 %1434, label %1138, label %1166
1435:
  %1436 = phi double [ %1098, %1169 ], [ %1212, %1191 ], [ %1219, %1213 ], [ %1098, %1097 ]
  %1437 = phi double [ %1099, %1169 ], [ %1211, %1191 ], [ %1217, %1213 ], [ %1099, %1097 ]
  %1438 = phi double [ %1100, %1169 ], [ %1210, %1191 ], [ %1216, %1213 ], [ %1100, %1097 ]
  %1439 = phi double [ %1178, %1169 ], [ %1199, %1191 ], [ %1101, %1213 ], [ %1101, %1097 ]
  %1440 = phi double [ %1183, %1169 ], [ %1203, %1191 ], [ %1102, %1213 ], [ %1102, %1097 ]
  %1441 = phi double [ %1188, %1169 ], [ %1207, %1191 ], [ %1103, %1213 ], [ %1103, %1097 ]
  %1442 = fptrunc double %1438 to float
  %1443 = fptrunc double %1437 to float
  %1444 = fptrunc double %1436 to float
  %1445 = getelementptr i8, ptr %395, i64 7168
  store float %1442, ptr %1445, align 4
  %1446 = getelementptr i8, ptr %395, i64 7680
  store float %1443, ptr %1446, align 4
  %1447 = getelementptr i8, ptr %395, i64 8192
  store float %1444, ptr %1447, align 4
  %1448 = fptrunc double %1439 to float
  %1449 = fptrunc double %1440 to float
  %1450 = fptrunc double %1441 to float
  %1451 = getelementptr i8, ptr %395, i64 8704
  store float %1448, ptr %1451, align 4
  %1452 = getelementptr i8, ptr %395, i64 9216
  store float %1449, ptr %1452, align 4
  %1453 = getelementptr i8, ptr %395, i64 9728
  store float %1450, ptr %1453, align 4
  %1454 = fptrunc double %1104 to float
  %1455 = getelementptr i8, ptr %395, i64 6656
  store float %1454, ptr %1455, align 4
  %1456 = icmp eq i64 %286, %394
  br i1 %1456, label %3554, label %392
1457:
  br i1 %66, label %1458, label %3464
1458:
  %1459 = load double, ptr %180, align 8
  %1460 = fptrunc double %1459 to float
  %1461 = load double, ptr %181, align 8
  %1462 = fdiv double 1.000000e+00, %1461
  %1463 = fptrunc double %1462 to float
  br i1 %291, label %1464, label %1486
1464:
  %1465 = load double, ptr %145, align 8
  %1466 = fmul double %1465, 1.100000e-01
  %1467 = fptrunc double %1466 to float
  %1468 = load double, ptr %179, align 8
  %1469 = fptosi double %1468 to i64
  %1470 = tail call float @llvm.floor.f32(float %1467)
  %1471 = fptosi float %1470 to i32
  %1472 = mul i32 %1471, 374761393
  %1473 = add i32 %1472, 374761393
  %1474 = fsub float %1467, %1470
  %1475 = fmul float %1474, %1474
  %1476 = fmul float %1474, %1475
  %1477 = fmul float %1474, 6.000000e+00
  %1478 = fadd float %1477, -1.500000e+01
  %1479 = fmul float %1474, %1478
  %1480 = fadd float %1479, 1.000000e+01
  %1481 = fmul float %1476, %1480
  %1482 = trunc i64 %1469 to i32
  %1483 = mul i32 %1482, -2048144777
  %1484 = add i32 %1472, %1483
  %1485 = add i32 %1473, %1483
  br label %1506
1486:
  %1487 = load double, ptr %63, align 8
  %1488 = fcmp oeq double %1487, 0.000000e+00
  %1489 = select i1 %1488, i1 %178, i1 false
  br i1 %1489, label %1490, label %2571
1490:
  %1491 = load double, ptr %182, align 8
  %1492 = fcmp ugt double %1491, 0.000000e+00
  br i1 %1492, label %1493, label %2571
1493:
  %1494 = fptrunc double %1491 to float
  %1495 = load double, ptr %145, align 8
  %1496 = fdiv double %1495, 2.400000e-01
  %1497 = fadd double %1496, 5.000000e-01
  br i1 %291, label %1498, label %2571
1498:
  %1499 = load double, ptr %177, align 8
  %1500 = fmul double %1499, 5.000000e-01
  %1501 = fdiv double %1500, 8.500000e-02
  %1502 = fptrunc double %1501 to float
  %1503 = fcmp olt float %1502, 0x3F1A36E2E0000000
  %1504 = select i1 %1503, float 0x3F1A36E2E0000000, float %1502
  %1505 = fdiv float 5.000000e-01, %1504
  br label %1589
1506:
  %1507 = phi i64 [ 0, %1464 ], [ %1508, %1506 ]
  %1508 = add nuw nsw i64 %1507, 1
  %1509 = getelementptr float, ptr %50, i64 %1507
  %1510 = getelementptr i8, ptr %1509, i64 1536
  %1511 = load float, ptr %1510, align 4
  %1512 = fsub float %1511, %1460
  %1513 = fmul float %1512, %1463
  %1514 = getelementptr i8, ptr %1509, i64 11776
  store float %1513, ptr %1514, align 4
  %1515 = fmul float %1511, 0x3FA1EB8520000000
  %1516 = tail call float @llvm.floor.f32(float %1515)
  %1517 = fptosi float %1516 to i32
  %1518 = mul i32 %1517, 668265263
  %1519 = add i32 %1518, 668265263
  %1520 = fsub float %1515, %1516
  %1521 = fmul float %1520, %1520
  %1522 = fmul float %1520, %1521
  %1523 = fmul float %1520, 6.000000e+00
  %1524 = fadd float %1523, -1.500000e+01
  %1525 = fmul float %1520, %1524
  %1526 = fadd float %1525, 1.000000e+01
  %1527 = fmul float %1522, %1526
  %1528 = add i32 %1484, %1518
  %1529 = lshr i32 %1528, 15
  %1530 = xor i32 %1529, %1528
  %1531 = mul i32 %1530, -2048144777
  %1532 = lshr i32 %1531, 13
  %1533 = xor i32 %1532, %1531
  %1534 = mul i32 %1533, -1028477379
  %1535 = lshr i32 %1534, 24
  %1536 = lshr i32 %1534, 8
  %1537 = xor i32 %1535, %1536
  %1538 = uitofp i32 %1537 to float
  %1539 = fmul float %1538, 0x3E70000000000000
  %1540 = add i32 %1485, %1518
  %1541 = lshr i32 %1540, 15
  %1542 = xor i32 %1541, %1540
  %1543 = mul i32 %1542, -2048144777
  %1544 = lshr i32 %1543, 13
  %1545 = xor i32 %1544, %1543
  %1546 = mul i32 %1545, -1028477379
  %1547 = lshr i32 %1546, 24
  %1548 = lshr i32 %1546, 8
  %1549 = xor i32 %1547, %1548
  %1550 = uitofp i32 %1549 to float
  %1551 = fmul float %1550, 0x3E70000000000000
  %1552 = add i32 %1484, %1519
  %1553 = lshr i32 %1552, 15
  %1554 = xor i32 %1553, %1552
  %1555 = mul i32 %1554, -2048144777
  %1556 = lshr i32 %1555, 13
  %1557 = xor i32 %1556, %1555
  %1558 = mul i32 %1557, -1028477379
  %1559 = lshr i32 %1558, 24
  %1560 = lshr i32 %1558, 8
  %1561 = xor i32 %1559, %1560
  %1562 = uitofp i32 %1561 to float
  %1563 = fmul float %1562, 0x3E70000000000000
  %1564 = add i32 %1485, %1519
  %1565 = lshr i32 %1564, 15
  %1566 = xor i32 %1565, %1564
  %1567 = mul i32 %1566, -2048144777
  %1568 = lshr i32 %1567, 13
  %1569 = xor i32 %1568, %1567
  %1570 = mul i32 %1569, -1028477379
  %1571 = lshr i32 %1570, 24
  %1572 = lshr i32 %1570, 8
  %1573 = xor i32 %1571, %1572
  %1574 = uitofp i32 %1573 to float
  %1575 = fmul float %1574, 0x3E70000000000000
  %1576 = fsub float %1551, %1539
  %1577 = fmul float %1481, %1576
  %1578 = fadd float %1539, %1577
  %1579 = fsub float %1575, %1563
  %1580 = fmul float %1481, %1579
  %1581 = fadd float %1563, %1580
  %1582 = fsub float %1581, %1578
  %1583 = fmul float %1527, %1582
  %1584 = fadd float %1578, %1583
  %1585 = fmul float %1584, 0x3FD70A3D80000000
  %1586 = fadd float %1585, 0x3FEA3D70A0000000
  %1587 = getelementptr i8, ptr %1509, i64 12288
  store float %1586, ptr %1587, align 4
  %1588 = icmp eq i64 %1508, %290
  br i1 %1588, label %1486, label %1506
1589:
  %1590 = phi i64 [ 0, %1498 ], [ %1591, %1589 ]
  %1591 = add nuw nsw i64 %1590, 1
  %1592 = getelementptr float, ptr %50, i64 %1590
  %1593 = getelementptr i8, ptr %1592, i64 1536
  %1594 = load float, ptr %1593, align 4
  %1595 = fmul float %1594, 0x4027878780000000
  %1596 = tail call float @llvm.floor.f32(float %1595)
  %1597 = fmul float %1596, 5.000000e-01
  %1598 = tail call float @llvm.floor.f32(float %1597)
  %1599 = fmul float %1598, 2.000000e+00
  %1600 = fsub float %1596, %1599
  %1601 = fcmp ogt float %1600, 5.000000e-01
  %1602 = select i1 %1601, double %1497, double %1496
  %1603 = fptosi double %1602 to i32
  %1604 = fptosi float %1596 to i32
  %1605 = mul i32 %1603, 374761393
  %1606 = mul i32 %1604, 668265263
  %1607 = add i32 %1606, -458722841
  %1608 = add i32 %1607, %1605
  %1609 = lshr i32 %1608, 15
  %1610 = xor i32 %1609, %1608
  %1611 = mul i32 %1610, -2048144777
  %1612 = lshr i32 %1611, 13
  %1613 = xor i32 %1612, %1611
  %1614 = mul i32 %1613, -1028477379
  %1615 = lshr i32 %1614, 24
  %1616 = lshr i32 %1614, 8
  %1617 = xor i32 %1615, %1616
  %1618 = uitofp i32 %1617 to float
  %1619 = fmul float %1618, 0x3E70000000000000
  %1620 = fadd float %1504, %1595
  %1621 = tail call float @llvm.floor.f32(float %1620)
  %1622 = fmul float %1621, 0x3FC1EB8520000000
  %1623 = fsub float %1620, %1621
  %1624 = fcmp olt float %1623, 0.000000e+00
  %1625 = select i1 %1624, float 0.000000e+00, float %1623
  %1626 = fcmp ogt float %1625, 0x3FC1EB8520000000
  %1627 = select i1 %1626, float 0x3FC1EB8520000000, float %1625
  %1628 = fadd float %1622, %1627
  %1629 = fsub float %1595, %1504
  %1630 = tail call float @llvm.floor.f32(float %1629)
  %1631 = fmul float %1630, 0x3FC1EB8520000000
  %1632 = fsub float %1629, %1630
  %1633 = fcmp olt float %1632, 0.000000e+00
  %1634 = select i1 %1633, float 0.000000e+00, float %1632
  %1635 = fcmp ogt float %1634, 0x3FC1EB8520000000
  %1636 = select i1 %1635, float 0x3FC1EB8520000000, float %1634
  %1637 = fadd float %1631, %1636
  %1638 = fsub float %1628, %1637
  %1639 = fmul float %1505, %1638
  %1640 = getelementptr i8, ptr %1592, i64 12288
  %1641 = load float, ptr %1640, align 4
  %1642 = fadd float %1619, -5.000000e-01
  %1643 = fmul float %1642, 0x3FD6666660000000
  %1644 = fmul float %1639, 0x3FD6666660000000
  %1645 = fadd float %1643, %1644
  %1646 = fmul float %1645, %1494
  %1647 = fadd float %1646, 1.000000e+00
  %1648 = fmul float %1647, %1641
  store float %1648, ptr %1640, align 4
  %1649 = icmp eq i64 %1591, %290
  br i1 %1649, label %2569, label %1589
1650:
  %1651 = load double, ptr %183, align 8
  %1652 = load double, ptr %184, align 8
  %1653 = fadd double %1651, %1652
  %1654 = fcmp ogt double %1653, 0x3FEF0A3D70A3D70A
  %1655 = select i1 %1654, double 0x3FEF0A3D70A3D70A, double %1653
  %1656 = fptrunc double %1651 to float
  %1657 = fadd double %1651, %1655
  %1658 = fmul double %1657, 5.000000e-01
  %1659 = fsub double 5.000000e-01, %1658
  %1660 = fptrunc double %1659 to float
  %1661 = load double, ptr %181, align 8
  %1662 = fptrunc double %2784 to float
  %1663 = load double, ptr %63, align 8
  %1664 = fcmp oeq double %1663, 3.000000e+00
  %1665 = select i1 %1664, double 5.000000e-02, double 2.400000e-01
  %1666 = fdiv double %1665, %1661
  %1667 = fptrunc double %1666 to float
  %1668 = load double, ptr %193, align 8
  %1669 = fptrunc double %1668 to float
  %1670 = load double, ptr %194, align 8
  %1671 = fptrunc double %1670 to float
  %1672 = fmul float %1662, 0x3FEB333340000000
  %1673 = select i1 %1664, float 0.000000e+00, float %1672
  br i1 %291, label %1674, label %1776
1674:
  %1675 = load double, ptr %177, align 8
  %1676 = fmul double %1675, 5.000000e-01
  %1677 = fdiv double %1676, %1661
  %1678 = fptrunc double %1677 to float
  %1679 = fptrunc double %1655 to float
  %1680 = fcmp olt float %1678, 0x3F1A36E2E0000000
  %1681 = select i1 %1680, float 0x3F1A36E2E0000000, float %1678
  %1682 = fsub float %1679, %1656
  %1683 = fdiv float 5.000000e-01, %1681
  br label %1684
1684:
  %1685 = phi i64 [ 0, %1674 ], [ %1686, %1684 ]
  %1686 = add nuw nsw i64 %1685, 1
  %1687 = getelementptr float, ptr %50, i64 %1685
  %1688 = getelementptr i8, ptr %1687, i64 11776
  %1689 = load float, ptr %1688, align 4
  %1690 = getelementptr i8, ptr %1687, i64 6656
  %1691 = load float, ptr %1690, align 4
  %1692 = getelementptr i8, ptr %1687, i64 2560
  %1693 = load float, ptr %1692, align 4
  %1694 = fmul float %1693, %1667
  %1695 = getelementptr i8, ptr %1687, i64 3072
  %1696 = load float, ptr %1695, align 4
  %1697 = fcmp olt float %1696, 0x3FB47AE140000000
  %1698 = select i1 %1697, float 0x3FB47AE140000000, float %1696
  %1699 = fdiv float %1694, %1698
  %1700 = fadd float %1689, %1699
  %1701 = fadd float %1681, %1700
  %1702 = tail call float @llvm.floor.f32(float %1701)
  %1703 = fmul float %1682, %1702
  %1704 = fsub float %1701, %1702
  %1705 = fsub float %1704, %1656
  %1706 = fcmp olt float %1705, 0.000000e+00
  %1707 = select i1 %1706, float 0.000000e+00, float %1705
  %1708 = fcmp olt float %1682, %1707
  %1709 = select i1 %1708, float %1682, float %1707
  %1710 = fadd float %1703, %1709
  %1711 = fsub float %1700, %1681
  %1712 = tail call float @llvm.floor.f32(float %1711)
  %1713 = fmul float %1682, %1712
  %1714 = fsub float %1711, %1712
  %1715 = fsub float %1714, %1656
  %1716 = fcmp olt float %1715, 0.000000e+00
  %1717 = select i1 %1716, float 0.000000e+00, float %1715
  %1718 = fcmp olt float %1682, %1717
  %1719 = select i1 %1718, float %1682, float %1717
  %1720 = fadd float %1713, %1719
  %1721 = fsub float %1710, %1720
  %1722 = fmul float %1683, %1721
  %1723 = fmul float %1722, %1669
  %1724 = fcmp olt float %1691, %1723
  %1725 = select i1 %1724, float %1691, float %1723
  %1726 = fsub float %1691, %1725
  %1727 = fmul float %1726, %1662
  %1728 = fadd float %1689, %1660
  %1729 = fadd float %1681, %1728
  %1730 = tail call float @llvm.floor.f32(float %1729)
  %1731 = fmul float %1730, 0x3F926E9800000000
  %1732 = fsub float %1729, %1730
  %1733 = fadd float %1732, 0xBFDF6C8B40000000
  %1734 = fcmp olt float %1733, 0.000000e+00
  %1735 = select i1 %1734, float 0.000000e+00, float %1733
  %1736 = fcmp ogt float %1735, 0x3F926E9800000000
  %1737 = select i1 %1736, float 0x3F926E9800000000, float %1735
  %1738 = fadd float %1731, %1737
  %1739 = fsub float %1728, %1681
  %1740 = tail call float @llvm.floor.f32(float %1739)
  %1741 = fmul float %1740, 0x3F926E9800000000
  %1742 = fsub float %1739, %1740
  %1743 = fadd float %1742, 0xBFDF6C8B40000000
  %1744 = fcmp olt float %1743, 0.000000e+00
  %1745 = select i1 %1744, float 0.000000e+00, float %1743
  %1746 = fcmp ogt float %1745, 0x3F926E9800000000
  %1747 = select i1 %1746, float 0x3F926E9800000000, float %1745
  %1748 = fadd float %1741, %1747
  %1749 = fsub float %1738, %1748
  %1750 = fmul float %1683, %1749
  %1751 = fadd float %1750, %1671
  %1752 = fsub float %1691, %1727
  %1753 = fcmp ogt float %1751, 1.000000e+00
  %1754 = select i1 %1753, float 1.000000e+00, float %1751
  %1755 = fmul float %1673, %1754
  %1756 = fsub float 1.000000e+00, %1755
  %1757 = fmul float %1752, %1756
  store float %1757, ptr %1690, align 4
  %1758 = fmul float %1727, 5.000000e-01
  %1759 = fsub float 1.000000e+00, %1758
  %1760 = getelementptr i8, ptr %1687, i64 7168
  %1761 = load float, ptr %1760, align 4
  %1762 = fmul float %1759, %1761
  store float %1762, ptr %1760, align 4
  %1763 = getelementptr i8, ptr %1687, i64 7680
  %1764 = load float, ptr %1763, align 4
  %1765 = fmul float %1759, %1764
  store float %1765, ptr %1763, align 4
  %1766 = getelementptr i8, ptr %1687, i64 8192
  %1767 = load float, ptr %1766, align 4
  %1768 = fmul float %1759, %1767
  store float %1768, ptr %1766, align 4
  %1769 = icmp eq i64 %1686, %290
  br i1 %1769, label %1773, label %1684
1770:
  %1771 = load double, ptr %186, align 8
  %1772 = fcmp ogt double %1771, 0.000000e+00
  br i1 %1772, label %1781, label %1779
1773:
  %1774 = load double, ptr %186, align 8
  %1775 = fcmp ogt double %1774, 0.000000e+00
  br i1 %1775, label %1781, label %1780
1776:
  %1777 = load double, ptr %186, align 8
  %1778 = fcmp ogt double %1777, 0.000000e+00
  br i1 %1778, label %1781, label %1964
1779:
  br i1 %291, label %1780, label %1964
1780:
  br label %3445
1781:
  %1782 = load double, ptr %63, align 8
  %1783 = fcmp ult double %1782, 2.000000e+00
  %1784 = load double, ptr %195, align 8
  %1785 = load double, ptr %145, align 8
  %1786 = fdiv double %1785, %1784
  %1787 = tail call double @llvm.floor.f64(double %1786)
  %1788 = fptosi double %1787 to i64
  %1789 = load double, ptr %179, align 8
  %1790 = fptosi double %1789 to i64
  %1791 = fcmp ogt double %1784, 2.000000e+00
  br i1 %1791, label %1792, label %1794
1792:
  %1793 = ashr i64 %1788, 1
  br label %1799
1794:
  %1795 = sdiv i64 %1788, 3
  %1796 = srem i64 %1788, 3
  %1797 = ashr i64 %1796, 63
  %1798 = add nsw i64 %1797, %1795
  br label %1799
1799:
  %1800 = phi i64 [ %1793, %1792 ], [ %1798, %1794 ]
  br i1 %1783, label %1806, label %1801
1801:
  %1802 = sdiv i64 %1788, 5
  %1803 = srem i64 %1788, 5
  %1804 = ashr i64 %1803, 63
  %1805 = add nsw i64 %1804, %1802
  br label %1806
1806:
  %1807 = phi float [ %200, %1801 ], [ 0.000000e+00, %1799 ]
  %1808 = phi float [ %198, %1801 ], [ 0.000000e+00, %1799 ]
  %1809 = phi i64 [ %1805, %1801 ], [ %1800, %1799 ]
  %1810 = load double, ptr %196, align 8
  %1811 = fmul double %23, %1810
  %1812 = fptrunc double %1811 to float
  br i1 %291, label %1813, label %1853
1813:
  %1814 = trunc i64 %1790 to i32
  %1815 = trunc i64 %1809 to i32
  %1816 = mul i32 %1815, 374761393
  %1817 = mul i32 %1814, -2048144777
  %1818 = add i32 %1816, %1817
  %1819 = trunc i64 %1788 to i32
  %1820 = mul i32 %1819, 374761393
  %1821 = add i32 %1817, 1206642123
  %1822 = add i32 %1821, %1820
  %1823 = add i32 %1818, -1650789293
  br label %1865
1824:
  %1825 = fdiv float %1907, %1892
  %1826 = fmul float %1825, 0x3FEE666660000000
  %1827 = fmul float %1919, 0x3FDCCCCCC0000000
  %1828 = fadd float %1827, 0x3FE19999A0000000
  %1829 = fmul float %1828, %1826
  %1830 = fadd float %1829, 0x3FD6666660000000
  br label %1831
1831:
  %1832 = phi float [ %1830, %1824 ], [ 0.000000e+00, %1865 ]
  %1833 = fcmp olt float %1919, 0x3FEB851EC0000000
  %1834 = select i1 %1833, float %1832, float 0.000000e+00
  %1835 = getelementptr i8, ptr %1868, i64 13824
  store float %1834, ptr %1835, align 4
  %1836 = getelementptr i8, ptr %1868, i64 15872
  store float %1919, ptr %1836, align 4
  %1837 = mul i32 %1872, 668265263
  %1838 = add i32 %1823, %1837
  %1839 = lshr i32 %1838, 15
  %1840 = xor i32 %1839, %1838
  %1841 = mul i32 %1840, -2048144777
  %1842 = lshr i32 %1841, 13
  %1843 = xor i32 %1842, %1841
  %1844 = mul i32 %1843, -1028477379
  %1845 = lshr i32 %1844, 24
  %1846 = lshr i32 %1844, 8
  %1847 = xor i32 %1845, %1846
  %1848 = uitofp i32 %1847 to float
  %1849 = fmul float %1848, 0x3E70000000000000
  %1850 = getelementptr i8, ptr %1868, i64 15360
  store float %1849, ptr %1850, align 4
  %1851 = getelementptr i8, ptr %1868, i64 17920
  store float %1892, ptr %1851, align 4
  %1852 = icmp eq i64 %1867, %290
  br i1 %1852, label %1853, label %1865
1853:
  %1854 = load double, ptr %202, align 8
  %1855 = load double, ptr %203, align 8
  %1856 = load double, ptr %204, align 8
  %1857 = fmul double %1854, 9.000000e-01
  %1858 = fptrunc double %1857 to float
  %1859 = fmul double %1855, 9.000000e-01
  %1860 = fptrunc double %1859 to float
  %1861 = fmul double %1856, 9.000000e-01
  %1862 = fptrunc double %1861 to float
  %1863 = load double, ptr %205, align 8
  %1864 = fptrunc double %1863 to float
  br i1 %291, label %1921, label %2787
1865:
  %1866 = phi i64 [ 0, %1813 ], [ %1867, %1831 ]
  %1867 = add nuw nsw i64 %1866, 1
  %1868 = getelementptr float, ptr %50, i64 %1866
  %1869 = getelementptr i8, ptr %1868, i64 11776
  %1870 = load float, ptr %1869, align 4
  %1871 = tail call float @llvm.floor.f32(float %1870)
  %1872 = fptosi float %1871 to i32
  %1873 = shl i32 %1872, 6
  %1874 = add i32 %1873, %1814
  %1875 = mul i32 %1874, 374761393
  %1876 = add i32 %1875, 76606058
  %1877 = lshr i32 %1876, 15
  %1878 = xor i32 %1877, %1876
  %1879 = mul i32 %1878, -2048144777
  %1880 = lshr i32 %1879, 13
  %1881 = xor i32 %1880, %1879
  %1882 = mul i32 %1881, -1028477379
  %1883 = lshr i32 %1882, 24
  %1884 = lshr i32 %1882, 8
  %1885 = xor i32 %1883, %1884
  %1886 = uitofp i32 %1885 to float
  %1887 = fmul float %1886, 0x3E70000000000000
  %1888 = fcmp olt float %1887, 0x3FC70A3D80000000
  %1889 = select i1 %1888, float %1808, float %1807
  %1890 = fadd float %1889, %1812
  %1891 = fcmp olt float %1890, 0x3F947AE140000000
  %1892 = select i1 %1891, float 0x3F947AE140000000, float %1890
  %1893 = shl i32 %1872, 1
  %1894 = add i32 %1893, %201
  %1895 = mul i32 %1894, 668265263
  %1896 = add i32 %1818, %1895
  %1897 = lshr i32 %1896, 15
  %1898 = xor i32 %1897, %1896
  %1899 = mul i32 %1898, -2048144777
  %1900 = lshr i32 %1899, 13
  %1901 = xor i32 %1900, %1899
  %1902 = mul i32 %1901, -1028477379
  %1903 = lshr i32 %1902, 24
  %1904 = lshr i32 %1902, 8
  %1905 = xor i32 %1903, %1904
  %1906 = uitofp i32 %1905 to float
  %1907 = fmul float %1906, 0x3E70000000000000
  %1908 = add i32 %1895, %1822
  %1909 = lshr i32 %1908, 15
  %1910 = xor i32 %1909, %1908
  %1911 = mul i32 %1910, -2048144777
  %1912 = lshr i32 %1911, 13
  %1913 = xor i32 %1912, %1911
  %1914 = mul i32 %1913, -1028477379
  %1915 = lshr i32 %1914, 24
  %1916 = lshr i32 %1914, 8
  %1917 = xor i32 %1915, %1916
  %1918 = uitofp i32 %1917 to float
  %1919 = fmul float %1918, 0x3E70000000000000
  %1920 = fcmp olt float %1907, %1892
  br i1 %1920, label %1824, label %1831
1921:
  %1922 = phi i64 [ %1923, %1921 ], [ 0, %1853 ]
  %1923 = add nuw nsw i64 %1922, 1
  %1924 = getelementptr float, ptr %50, i64 %1922
  %1925 = getelementptr i8, ptr %1924, i64 15360
  %1926 = load float, ptr %1925, align 4
  %1927 = fadd float %1926, -5.000000e-01
  %1928 = fmul float %1927, 0x3FE6666660000000
  %1929 = fadd float %1928, %1864
  %1930 = fcmp olt float %1929, 0.000000e+00
  %1931 = select i1 %1930, float 0.000000e+00, float %1929
  %1932 = fcmp ogt float %1931, 1.000000e+00
  %1933 = select i1 %1932, float 1.000000e+00, float %1931
  %1934 = fmul float %1933, 0x3FDAE147A0000000
  %1935 = fadd float %1934, 0x3FE99999A0000000
  %1936 = fmul float %1933, 0x3FCC28F5C0000000
  %1937 = fsub float 0x3FEEB851E0000000, %1936
  %1938 = fmul float %1933, 0x3FE851EB80000000
  %1939 = fsub float 0x3FF0F5C280000000, %1938
  %1940 = getelementptr i8, ptr %1924, i64 13824
  %1941 = load float, ptr %1940, align 4
  %1942 = fcmp ogt float %1941, 0.000000e+00
  %1943 = fcmp ogt float %1926, 0x3FEEE147A0000000
  %1944 = select i1 %1942, i1 %1943, i1 false
  %1945 = select i1 %1944, float 0x3FD3333340000000, float 1.000000e+00
  %1946 = select i1 %1944, float 1.000000e+00, float 0.000000e+00
  %1947 = fmul float %1945, %1935
  %1948 = fmul float %1946, %1858
  %1949 = fadd float %1948, %1947
  %1950 = fmul float %1945, %1937
  %1951 = fmul float %1946, %1860
  %1952 = fadd float %1951, %1950
  %1953 = getelementptr i8, ptr %1924, i64 16384
  store float %1949, ptr %1953, align 4
  %1954 = getelementptr i8, ptr %1924, i64 16896
  store float %1952, ptr %1954, align 4
  %1955 = fmul float %1945, %1939
  %1956 = fmul float %1946, %1862
  %1957 = fadd float %1956, %1955
  %1958 = getelementptr i8, ptr %1924, i64 17408
  store float %1957, ptr %1958, align 4
  %1959 = icmp eq i64 %1923, %290
  br i1 %1959, label %2787, label %1921
1960:
  %1961 = load double, ptr %63, align 8
  %1962 = fcmp oeq double %1961, 3.000000e+00
  %1963 = and i1 %1962, %291
  br i1 %1963, label %3453, label %1964
1964:
  %1965 = load double, ptr %214, align 8
  %1966 = fcmp ogt double %1965, 5.000000e-01
  br i1 %1966, label %1967, label %2457
1967:
  %1968 = load double, ptr %220, align 8
  %1969 = load double, ptr %221, align 8
  %1970 = fsub double %1969, %1968
  %1971 = fmul double %1970, 5.000000e-01
  %1972 = fadd double %1971, -9.000000e+00
  %1973 = fcmp ogt double %1972, 2.400000e+00
  %1974 = select i1 %1973, double %1972, double 2.400000e+00
  %1975 = load double, ptr %179, align 8
  %1976 = fptosi double %1975 to i64
  %1977 = add nsw i64 %58, %1976
  %1978 = mul i64 %1977, 374761393
  %1979 = add i64 %1978, 3320418546
  %1980 = lshr i64 %1979, 15
  %1981 = and i64 %1980, 131071
  %1982 = xor i64 %1981, %1979
  %1983 = mul i64 %1982, 2246822519
  %1984 = lshr i64 %1983, 13
  %1985 = and i64 %1984, 524287
  %1986 = xor i64 %1985, %1983
  %1987 = mul i64 %1986, 3266489917
  %1988 = and i64 %1987, 4294967295
  %1989 = lshr i64 %1988, 16
  %1990 = xor i64 %1989, %1988
  %1991 = uitofp i64 %1990 to double
  %1992 = fmul double %1991, 0x3DF0000000000000
  %1993 = fmul double %1992, 4.000000e+00
  %1994 = fadd double %1993, 7.200000e+00
  %1995 = add i64 %1978, 3988683809
  %1996 = lshr i64 %1995, 15
  %1997 = and i64 %1996, 131071
  %1998 = xor i64 %1997, %1995
  %1999 = mul i64 %1998, 2246822519
  %2000 = lshr i64 %1999, 13
  %2001 = and i64 %2000, 524287
  %2002 = xor i64 %2001, %1999
  %2003 = mul i64 %2002, 3266489917
  %2004 = and i64 %2003, 4294967295
  %2005 = lshr i64 %2004, 16
  %2006 = xor i64 %2005, %2004
  %2007 = uitofp i64 %2006 to double
  %2008 = fmul double %2007, 0x3DF0000000000000
  %2009 = fmul double %2008, 9.000000e+00
  %2010 = fadd double %2009, 4.500000e+00
  %2011 = fsub double %44, %1994
  %2012 = fadd double %2011, -3.000000e+00
  %2013 = fcmp olt double %2012, %2010
  %2014 = select i1 %2013, double %2012, double %2010
  %2015 = fmul double %1974, 2.000000e+00
  %2016 = fsub double %1970, %2015
  %2017 = load double, ptr %222, align 8
  %2018 = fcmp ole double %2017, 0.000000e+00
  %2019 = fcmp ole double %2014, 3.000000e+00
  %2020 = select i1 %2018, i1 true, i1 %2019
  %2021 = fcmp ole double %2016, 3.000000e+00
  %2022 = select i1 %2020, i1 true, i1 %2021
  br i1 %2022, label %2457, label %2023
2023:
  %2024 = load double, ptr %202, align 8
  %2025 = load double, ptr %203, align 8
  %2026 = load double, ptr %204, align 8
  %2027 = icmp slt i64 %286, 1
  br i1 %2027, label %2457, label %2028
2028:
  %2029 = load double, ptr %177, align 8
  %2030 = load double, ptr %144, align 8
  %2031 = fcmp ogt double %2029, %2030
  %2032 = select i1 %2031, double %2029, double %2030
  %2033 = fdiv double %2032, %2014
  %2034 = fmul double %2029, 5.000000e-01
  %2035 = load double, ptr %145, align 8
  %2036 = fsub double %2035, %1968
  %2037 = fsub double %2036, %1974
  %2038 = fdiv double %2037, %2016
  %2039 = fsub double 1.000000e+00, %2038
  %2040 = select i1 %223, double %2038, double %2039
  %2041 = fadd double %1994, -3.500000e-01
  %2042 = fadd double %1994, %2014
  %2043 = fadd double %2042, 3.500000e-01
  %2044 = fcmp olt double %2034, 1.000000e-04
  %2045 = select i1 %2044, double 1.000000e-04, double %2034
  %2046 = fdiv double 5.000000e-01, %2045
  %2047 = mul i64 %1976, 374761393
  %2048 = add i64 %2047, 2955922184
  %2049 = lshr i64 %2048, 15
  %2050 = and i64 %2049, 131071
  %2051 = xor i64 %2050, %2048
  %2052 = mul i64 %2051, 2246822519
  %2053 = lshr i64 %2052, 13
  %2054 = and i64 %2053, 524287
  %2055 = xor i64 %2054, %2052
  %2056 = mul i64 %2055, 3266489917
  %2057 = and i64 %2056, 4294967295
  %2058 = lshr i64 %2057, 16
  %2059 = xor i64 %2058, %2057
  %2060 = uitofp i64 %2059 to double
  %2061 = fmul double %2060, 0x3DF0000000000000
  %2062 = fmul double %2061, 9.000000e-01
  %2063 = fadd double %224, %2062
  %2064 = tail call double @llvm.floor.f64(double %2063)
  %2065 = fptosi double %2064 to i64
  %2066 = sitofp i64 %2065 to double
  %2067 = fsub double %2063, %2066
  %2068 = fmul double %2067, 0x4020AAAAAAAAAAAB
  %2069 = fcmp olt double %2068, 0.000000e+00
  %2070 = select i1 %2069, double 0.000000e+00, double %2068
  %2071 = fcmp ogt double %2070, 1.000000e+00
  %2072 = select i1 %2071, double 1.000000e+00, double %2070
  %2073 = fmul double %2072, %2072
  %2074 = fmul double %2072, 2.000000e+00
  %2075 = fsub double 3.000000e+00, %2074
  %2076 = fmul double %2073, %2075
  %2077 = mul i64 %2065, 374761393
  %2078 = mul i64 %1976, 668265263
  %2079 = add i64 %2077, %2078
  %2080 = add i64 %2079, 1370039177
  %2081 = lshr i64 %2080, 15
  %2082 = and i64 %2081, 131071
  %2083 = xor i64 %2082, %2080
  %2084 = mul i64 %2083, 2246822519
  %2085 = lshr i64 %2084, 13
  %2086 = and i64 %2085, 524287
  %2087 = xor i64 %2086, %2084
  %2088 = mul i64 %2087, 3266489917
  %2089 = and i64 %2088, 4294967295
  %2090 = lshr i64 %2089, 16
  %2091 = xor i64 %2090, %2089
  %2092 = uitofp i64 %2091 to double
  %2093 = fmul double %2092, 0x3DF0000000000000
  %2094 = add i64 %2079, 1568716919
  %2095 = lshr i64 %2094, 15
  %2096 = and i64 %2095, 131071
  %2097 = xor i64 %2096, %2094
  %2098 = mul i64 %2097, 2246822519
  %2099 = lshr i64 %2098, 13
  %2100 = and i64 %2099, 524287
  %2101 = xor i64 %2100, %2098
  %2102 = mul i64 %2101, 3266489917
  %2103 = and i64 %2102, 4294967295
  %2104 = lshr i64 %2103, 16
  %2105 = xor i64 %2104, %2103
  %2106 = uitofp i64 %2105 to double
  %2107 = fmul double %2106, 0x3DF0000000000000
  %2108 = fadd double %2093, 5.000000e-01
  %2109 = fmul double %2040, %2108
  %2110 = fsub double 1.200000e+00, %2107
  %2111 = fmul double %2093, 9.000000e+00
  %2112 = fmul double %2107, 7.000000e+00
  %2113 = fadd double %226, %2112
  %2114 = tail call double @llvm.sin.f64(double %2113)
  %2115 = fmul double %2114, 2.800000e-01
  %2116 = fadd double %2115, 5.000000e-01
  %2117 = fsub double %2040, %2116
  %2118 = fmul double %2016, %2117
  %2119 = fcmp olt double %2014, %2016
  %2120 = select i1 %2119, double %2014, double %2016
  %2121 = fadd double %2033, 5.000000e-02
  %2122 = fadd double %2121, -2.000000e-02
  %2123 = fdiv double 1.000000e+00, %2122
  %2124 = fadd double %2033, 2.500000e-01
  %2125 = fadd double %2124, -2.200000e-01
  %2126 = fdiv double 1.000000e+00, %2125
  %2127 = fmul double %2014, 2.200000e-01
  %2128 = fmul double %2016, 1.600000e-01
  %2129 = fcmp olt double %2128, %2127
  %2130 = select i1 %2129, double %2128, double %2127
  %2131 = fmul double %2130, 5.000000e-01
  %2132 = fdiv double %2016, %2130
  %2133 = mul nsw i64 %2065, 17
  %2134 = add nsw i64 %2133, %1976
  %2135 = fmul double %2033, 4.000000e+00
  %2136 = fmul double %2132, 8.200000e-01
  %2137 = tail call double @llvm.floor.f64(double %2136)
  %2138 = fcmp olt double %2137, 1.000000e+00
  %2139 = select i1 %2138, double 1.000000e+00, double %2137
  %2140 = fadd double %2040, -5.000000e-01
  %2141 = fmul double %2132, %2140
  %2142 = fdiv double %2141, 9.000000e-01
  %2143 = fmul double %2139, 5.000000e-01
  %2144 = fadd double %2142, %2143
  %2145 = fcmp olt double %2144, 0.000000e+00
  %2146 = fcmp oge double %2144, %2139
  %2147 = tail call double @llvm.floor.f64(double %2144)
  %2148 = fptosi double %2147 to i64
  %2149 = mul i64 %2148, 374761393
  %2150 = mul i64 %2134, 668265263
  %2151 = add i64 %2150, 3193419543
  %2152 = add i64 %2151, %2149
  %2153 = lshr i64 %2152, 15
  %2154 = and i64 %2153, 131071
  %2155 = xor i64 %2154, %2152
  %2156 = mul i64 %2155, 2246822519
  %2157 = lshr i64 %2156, 13
  %2158 = and i64 %2157, 524287
  %2159 = xor i64 %2158, %2156
  %2160 = mul i64 %2159, 3266489917
  %2161 = and i64 %2160, 4294967295
  %2162 = lshr i64 %2161, 16
  %2163 = xor i64 %2162, %2161
  %2164 = uitofp i64 %2163 to double
  %2165 = fmul double %2164, 0x3DF0000000000000
  %2166 = fcmp olt double %2165, 1.200000e-01
  %2167 = fsub double %2144, %2147
  %2168 = mul nsw i64 %2134, 37
  %2169 = add nsw i64 %2168, %2148
  %2170 = fcmp olt double %2135, 2.000000e-02
  %2171 = select i1 %2170, double 2.000000e-02, double %2135
  %2172 = mul i64 %2169, 668265263
  %2173 = add i64 %2172, 668911581
  %2174 = fadd double %2167, -5.000000e-01
  %2175 = fmul double %2174, 0x3FE70A3D70A3D70A
  %2176 = fmul double %2174, 6.200000e-01
  %2177 = mul i64 %2169, 374761393
  %2178 = add i64 %2177, 320902300
  %2179 = lshr i64 %2178, 15
  %2180 = and i64 %2179, 131071
  %2181 = xor i64 %2180, %2178
  %2182 = mul i64 %2181, 2246822519
  %2183 = lshr i64 %2182, 13
  %2184 = and i64 %2183, 524287
  %2185 = xor i64 %2184, %2182
  %2186 = mul i64 %2185, 3266489917
  %2187 = and i64 %2186, 4294967295
  %2188 = lshr i64 %2187, 16
  %2189 = xor i64 %2188, %2187
  %2190 = uitofp i64 %2189 to double
  %2191 = fmul double %2190, 0x3DF0000000000000
  %2192 = fmul double %2191, 3.000000e+00
  %2193 = tail call double @llvm.floor.f64(double %2192)
  %2194 = fmul double %2193, 3.400000e-01
  %2195 = fadd double %2194, 1.600000e-01
  %2196 = fmul double %2171, 2.000000e+00
  %2197 = fdiv double 0x3FB3333333333333, %2171
  %2198 = fadd double %2197, 3.000000e-01
  %2199 = fcmp olt double %2198, 1.000000e+00
  %2200 = select i1 %2199, double %2198, double 1.000000e+00
  %2201 = fadd double %2093, 4.000000e-01
  %2202 = fmul double %2026, 5.500000e-01
  %2203 = fmul double %2024, 5.500000e-01
  %2204 = fmul double %2025, 5.500000e-01
  br label %2205
2205:
  %2206 = phi i64 [ 0, %2028 ], [ %2207, %2225 ]
  %2207 = add nuw nsw i64 %2206, 1
  %2208 = getelementptr float, ptr %50, i64 %2206
  %2209 = getelementptr i8, ptr %2208, i64 1536
  %2210 = load float, ptr %2209, align 4
  %2211 = load double, ptr %222, align 8
  %2212 = fpext float %2210 to double
  %2213 = fadd double %2045, %2212
  %2214 = fcmp olt double %2043, %2213
  %2215 = select i1 %2214, double %2043, double %2213
  %2216 = fsub double %2212, %2045
  %2217 = fcmp ogt double %2041, %2216
  %2218 = select i1 %2217, double %2041, double %2216
  %2219 = fsub double %2215, %2218
  %2220 = fcmp olt double %2219, 0.000000e+00
  %2221 = select i1 %2220, double 0.000000e+00, double %2219
  %2222 = fmul double %2046, %2221
  %2223 = fmul double %2211, %2222
  %2224 = fcmp ugt double %2223, 0.000000e+00
  br i1 %2224, label %2227, label %2225
2225:
  %2226 = icmp eq i64 %2207, %286
  br i1 %2226, label %2457, label %2205
2227:
  %2228 = phi double [ %2234, %2227 ], [ 1.000000e+00, %2205 ]
  %2229 = phi double [ %2236, %2227 ], [ %2118, %2205 ]
  %2230 = phi i64 [ %2235, %2227 ], [ 2, %2205 ]
  %2231 = and i64 %2230, 1
  %2232 = icmp eq i64 %2231, 0
  %2233 = fmul double %2228, %2229
  %2234 = select i1 %2232, double %2228, double %2233
  %2235 = lshr i64 %2230, 1
  %2236 = fmul double %2229, %2229
  %2237 = icmp eq i64 %2235, 0
  br i1 %2237, label %2238, label %2227
2238:
  %2239 = fsub double %2212, %1994
  %2240 = fdiv double %2239, %2014
  %2241 = fadd double %2240, -5.500000e-01
  %2242 = fmul double %2014, %2241
  br label %2243
2243:
  %2244 = phi double [ 1.000000e+00, %2238 ], [ %2250, %2243 ]
  %2245 = phi double [ %2242, %2238 ], [ %2252, %2243 ]
  %2246 = phi i64 [ 2, %2238 ], [ %2251, %2243 ]
  %2247 = and i64 %2246, 1
  %2248 = icmp eq i64 %2247, 0
  %2249 = fmul double %2244, %2245
  %2250 = select i1 %2248, double %2244, double %2249
  %2251 = lshr i64 %2246, 1
  %2252 = fmul double %2245, %2245
  %2253 = icmp eq i64 %2251, 0
  br i1 %2253, label %2254, label %2243
2254:
  %2255 = fmul double %2240, %2110
  %2256 = fadd double %2109, %2255
  %2257 = fmul double %2256, 5.000000e+00
  %2258 = fadd double %225, %2257
  %2259 = fadd double %2111, %2258
  %2260 = tail call double @llvm.sin.f64(double %2259)
  %2261 = fmul double %2260, 5.000000e-01
  %2262 = fadd double %2261, 5.000000e-01
  %2263 = fadd double %2234, %2250
  %2264 = tail call double @sqrt(double %2263)
  %2265 = fdiv double %2264, %2120
  %2266 = fadd double %2265, -2.700000e-01
  %2267 = fsub double %2266, %229
  %2268 = tail call double @llvm.fabs.f64(double %2267)
  %2269 = fadd double %2268, -2.000000e-02
  %2270 = fmul double %2123, %2269
  %2271 = fcmp olt double %2270, 0.000000e+00
  %2272 = select i1 %2271, double 0.000000e+00, double %2270
  %2273 = fcmp ogt double %2272, 1.000000e+00
  %2274 = select i1 %2273, double 1.000000e+00, double %2272
  %2275 = fmul double %2274, %2274
  %2276 = fmul double %2274, 2.000000e+00
  %2277 = fsub double 3.000000e+00, %2276
  %2278 = fmul double %2275, %2277
  %2279 = fsub double 1.000000e+00, %2278
  %2280 = fadd double %2265, -2.200000e-01
  %2281 = fmul double %2126, %2280
  %2282 = fcmp olt double %2281, 0.000000e+00
  %2283 = select i1 %2282, double 0.000000e+00, double %2281
  %2284 = fcmp ogt double %2283, 1.000000e+00
  %2285 = select i1 %2284, double 1.000000e+00, double %2283
  %2286 = fmul double %2285, %2285
  %2287 = fmul double %2285, 2.000000e+00
  %2288 = fsub double 3.000000e+00, %2287
  %2289 = fmul double %2286, %2288
  %2290 = fsub double 1.000000e+00, %2289
  %2291 = fmul double %2290, 4.500000e-01
  %2292 = fmul double %2014, %2240
  %2293 = fsub double %2292, %2131
  %2294 = fdiv double %2293, %2130
  br i1 %2145, label %2386, label %2295
2295:
  %2296 = fcmp olt double %2294, 0.000000e+00
  %2297 = fcmp ogt double %2294, 1.000000e+00
  %2298 = or i1 %2296, %2297
  %2299 = select i1 %2146, i1 true, i1 %2298
  %2300 = select i1 %2299, i1 true, i1 %2166
  br i1 %2300, label %2386, label %2301
2301:
  %2302 = fadd double %2294, -5.000000e-01
  %2303 = fmul double %2302, 6.200000e-01
  %2304 = fsub double %2175, %2303
  %2305 = fmul double %2302, 0x3FE70A3D70A3D70A
  %2306 = fadd double %2305, %2176
  %2307 = tail call double @llvm.fabs.f64(double %2306)
  %2308 = fadd double %2307, -4.500000e-01
  %2309 = fcmp olt double %2308, 0.000000e+00
  %2310 = select i1 %2309, double 0.000000e+00, double %2308
  %2311 = fmul double %2304, %2304
  %2312 = fmul double %2310, %2310
  %2313 = fadd double %2311, %2312
  %2314 = tail call double @llvm.sqrt.f64(double %2313)
  br label %2363
2315:
  %2316 = icmp ult i64 %2365, 3
  br i1 %2316, label %2317, label %2321
2317:
  %2318 = uitofp i64 %2365 to double
  %2319 = fmul double %2318, 3.800000e-01
  %2320 = fadd double %2319, 1.200000e-01
  br label %2330
2321:
  %2322 = icmp ult i64 %2365, 6
  br i1 %2322, label %2323, label %2328
2323:
  %2324 = add nsw i64 %2365, -3
  %2325 = uitofp i64 %2324 to double
  %2326 = fmul double %2325, 3.400000e-01
  %2327 = fadd double %2326, 1.600000e-01
  br label %2330
2328:
  %2329 = icmp eq i64 %2365, 6
  br i1 %2329, label %2330, label %2383
2330:
  %2331 = phi double [ 5.000000e-01, %2317 ], [ %2327, %2323 ], [ %2195, %2328 ]
  %2332 = phi double [ 3.400000e-01, %2317 ], [ 0.000000e+00, %2323 ], [ 0.000000e+00, %2328 ]
  %2333 = phi double [ 0.000000e+00, %2317 ], [ 3.800000e-01, %2323 ], [ 1.900000e-01, %2328 ]
  %2334 = phi double [ %2320, %2317 ], [ 5.000000e-01, %2323 ], [ 3.100000e-01, %2328 ]
  %2335 = fsub double %2167, %2331
  %2336 = tail call double @llvm.fabs.f64(double %2335)
  %2337 = fsub double %2336, %2332
  %2338 = fcmp olt double %2337, 0.000000e+00
  %2339 = select i1 %2338, double 0.000000e+00, double %2337
  %2340 = fsub double %2294, %2334
  %2341 = tail call double @llvm.fabs.f64(double %2340)
  %2342 = fsub double %2341, %2333
  %2343 = fcmp olt double %2342, 0.000000e+00
  %2344 = select i1 %2343, double 0.000000e+00, double %2342
  %2345 = fmul double %2339, %2339
  %2346 = fmul double %2344, %2344
  %2347 = fadd double %2345, %2346
  %2348 = tail call double @llvm.sqrt.f64(double %2347)
  %2349 = fcmp olt double %2348, %2364
  %2350 = select i1 %2349, double %2348, double %2364
  br label %2360
2351:
  %2352 = fsub double 0x3FB3333333333333, %2361
  %2353 = fdiv double %2352, %2196
  %2354 = fadd double %2353, 5.000000e-01
  %2355 = fcmp olt double %2354, 0.000000e+00
  %2356 = select i1 %2355, double 0.000000e+00, double %2354
  %2357 = fcmp ogt double %2356, 1.000000e+00
  %2358 = select i1 %2357, double 1.000000e+00, double %2356
  %2359 = fmul double %2200, %2358
  br label %2386
2360:
  %2361 = phi double [ %2385, %2383 ], [ %2350, %2330 ], [ %2364, %2363 ]
  %2362 = icmp eq i64 %2366, 8
  br i1 %2362, label %2351, label %2363
2363:
  %2364 = phi double [ 9.000000e+00, %2301 ], [ %2361, %2360 ]
  %2365 = phi i64 [ 0, %2301 ], [ %2366, %2360 ]
  %2366 = add nuw nsw i64 %2365, 1
  %2367 = mul nuw nsw i64 %2365, 374761393
  %2368 = add i64 %2173, %2367
  %2369 = lshr i64 %2368, 15
  %2370 = and i64 %2369, 131071
  %2371 = xor i64 %2370, %2368
  %2372 = mul i64 %2371, 2246822519
  %2373 = lshr i64 %2372, 13
  %2374 = and i64 %2373, 524287
  %2375 = xor i64 %2374, %2372
  %2376 = mul i64 %2375, 3266489917
  %2377 = and i64 %2376, 4294967295
  %2378 = lshr i64 %2377, 16
  %2379 = xor i64 %2378, %2377
  %2380 = uitofp i64 %2379 to double
  %2381 = fmul double %2380, 0x3DF0000000000000
  %2382 = fcmp ogt double %2381, 4.700000e-01
  br i1 %2382, label %2360, label %2315
2383:
  %2384 = fcmp olt double %2314, %2364
  %2385 = select i1 %2384, double %2314, double %2364
  br label %2360
2386:
  %2387 = phi double [ %2359, %2351 ], [ 0.000000e+00, %2295 ], [ 0.000000e+00, %2254 ]
  %2388 = fcmp ogt double %2279, %2387
  %2389 = select i1 %2388, double %2279, double %2387
  %2390 = fmul double %2262, 5.000000e-01
  %2391 = fadd double %2390, 1.000000e-01
  %2392 = fadd double %2391, %2291
  %2393 = fmul double %2389, 1.600000e+00
  %2394 = fadd double %2392, %2393
  %2395 = fmul double %2076, %2394
  %2396 = fmul double %2201, %2392
  %2397 = fadd double %2396, %2393
  %2398 = fmul double %2076, %2397
  %2399 = fmul double %2076, %2389
  %2400 = load double, ptr %231, align 8
  %2401 = fmul double %230, %2400
  %2402 = fcmp olt double %2042, %2213
  %2403 = select i1 %2402, double %2042, double %2213
  %2404 = fcmp ogt double %1994, %2216
  %2405 = select i1 %2404, double %1994, double %2216
  %2406 = fsub double %2403, %2405
  %2407 = fcmp olt double %2406, 0.000000e+00
  %2408 = select i1 %2407, double 0.000000e+00, double %2406
  %2409 = fmul double %2046, %2408
  %2410 = fmul double %2409, %2401
  %2411 = fsub double 1.000000e+00, %2223
  %2412 = fptrunc double %2411 to float
  %2413 = getelementptr i8, ptr %2208, i64 8704
  %2414 = load float, ptr %2413, align 4
  %2415 = fmul float %2414, %2412
  %2416 = fmul double %2024, %2395
  %2417 = fmul double %2202, %2398
  %2418 = fadd double %2416, %2417
  %2419 = fmul double %2399, 3.000000e-01
  %2420 = fadd double %2419, %2418
  %2421 = fmul double %2410, %2420
  %2422 = fptrunc double %2421 to float
  %2423 = fadd float %2415, %2422
  store float %2423, ptr %2413, align 4
  %2424 = getelementptr i8, ptr %2208, i64 9216
  %2425 = load float, ptr %2424, align 4
  %2426 = fmul float %2425, %2412
  %2427 = fmul double %2025, %2395
  %2428 = fmul double %2203, %2398
  %2429 = fadd double %2427, %2428
  %2430 = fadd double %2419, %2429
  %2431 = fmul double %2410, %2430
  %2432 = fptrunc double %2431 to float
  %2433 = fadd float %2426, %2432
  store float %2433, ptr %2424, align 4
  %2434 = getelementptr i8, ptr %2208, i64 9728
  %2435 = load float, ptr %2434, align 4
  %2436 = fmul float %2435, %2412
  %2437 = fmul double %2026, %2395
  %2438 = fmul double %2204, %2398
  %2439 = fadd double %2437, %2438
  %2440 = fadd double %2419, %2439
  %2441 = fmul double %2410, %2440
  %2442 = fptrunc double %2441 to float
  %2443 = fadd float %2436, %2442
  store float %2443, ptr %2434, align 4
  %2444 = getelementptr i8, ptr %2208, i64 6656
  %2445 = load float, ptr %2444, align 4
  %2446 = fmul float %2445, %2412
  store float %2446, ptr %2444, align 4
  %2447 = getelementptr i8, ptr %2208, i64 7168
  %2448 = load float, ptr %2447, align 4
  %2449 = fadd float %2412, 0x3FAEB851E0000000
  %2450 = fmul float %2449, %2448
  store float %2450, ptr %2447, align 4
  %2451 = getelementptr i8, ptr %2208, i64 7680
  %2452 = load float, ptr %2451, align 4
  %2453 = fmul float %2449, %2452
  store float %2453, ptr %2451, align 4
  %2454 = getelementptr i8, ptr %2208, i64 8192
  %2455 = load float, ptr %2454, align 4
  %2456 = fmul float %2449, %2455
  store float %2456, ptr %2454, align 4
  br label %2225
2457:
  %2458 = load double, ptr %177, align 8
  %2459 = fmul double %2458, 5.000000e-01
  %2460 = fptrunc double %2459 to float
  %2461 = load double, ptr %232, align 8
  %2462 = fcmp ogt double %2461, 5.000000e-01
  br i1 %2462, label %2463, label %2479
2463:
  %2464 = load double, ptr %202, align 8
  %2465 = load double, ptr %203, align 8
  %2466 = load double, ptr %204, align 8
  %2467 = load double, ptr %234, align 8
  %2468 = fptrunc double %2467 to float
  %2469 = fmul double %233, %2464
  %2470 = fptrunc double %2469 to float
  %2471 = fmul double %233, %2465
  %2472 = fptrunc double %2471 to float
  %2473 = fmul double %233, %2466
  %2474 = fptrunc double %2473 to float
  br i1 %291, label %2475, label %3737
2475:
  %2476 = fcmp olt float %2460, 0x3F1A36E2E0000000
  %2477 = select i1 %2476, float 0x3F1A36E2E0000000, float %2460
  %2478 = fdiv float 5.000000e-01, %2477
  br label %2483
2479:
  %2480 = load double, ptr %235, align 8
  %2481 = fcmp ogt double %2480, 5.000000e-01
  %2482 = and i1 %2481, %291
  br i1 %2482, label %2514, label %3554
2483:
  %2484 = phi i64 [ 0, %2475 ], [ %2485, %2483 ]
  %2485 = add nuw nsw i64 %2484, 1
  %2486 = getelementptr float, ptr %50, i64 %2484
  %2487 = getelementptr i8, ptr %2486, i64 1536
  %2488 = load float, ptr %2487, align 4
  %2489 = fsub float %185, %2488
  %2490 = fadd float %2477, %2489
  %2491 = fcmp ogt float %2490, 0x3FE3333340000000
  %2492 = select i1 %2491, float 0x3FE3333340000000, float %2490
  %2493 = fsub float %2489, %2477
  %2494 = fcmp olt float %2493, 2.500000e-01
  %2495 = select i1 %2494, float 2.500000e-01, float %2493
  %2496 = fsub float %2492, %2495
  %2497 = fcmp olt float %2496, 0.000000e+00
  %2498 = select i1 %2497, float 0.000000e+00, float %2496
  %2499 = fmul float %2478, %2498
  %2500 = fadd float %2499, %2468
  %2501 = getelementptr i8, ptr %2486, i64 8704
  %2502 = load float, ptr %2501, align 4
  %2503 = fmul float %2500, %2470
  %2504 = fadd float %2502, %2503
  store float %2504, ptr %2501, align 4
  %2505 = getelementptr i8, ptr %2486, i64 9216
  %2506 = load float, ptr %2505, align 4
  %2507 = fmul float %2500, %2472
  %2508 = fadd float %2506, %2507
  store float %2508, ptr %2505, align 4
  %2509 = getelementptr i8, ptr %2486, i64 9728
  %2510 = load float, ptr %2509, align 4
  %2511 = fmul float %2500, %2474
  %2512 = fadd float %2510, %2511
  store float %2512, ptr %2509, align 4
  %2513 = icmp eq i64 %2485, %290
  br i1 %2513, label %2479, label %2483
2514:
  %2515 = phi i64 [ %2516, %2514 ], [ 0, %2479 ]
  %2516 = add nuw nsw i64 %2515, 1
  %2517 = getelementptr float, ptr %50, i64 %2515
  %2518 = getelementptr i8, ptr %2517, i64 1536
  %2519 = load float, ptr %2518, align 4
  %2520 = fsub float %2519, %185
  %2521 = fmul float %2520, 0x3FCD8BE060000000
  %2522 = fcmp olt float %2521, -1.260000e+02
  %2523 = select i1 %2522, float -1.260000e+02, float %2521
  %2524 = fcmp ogt float %2523, 1.260000e+02
  %2525 = select i1 %2524, float 1.260000e+02, float %2523
  %2526 = fadd float %2525, 5.000000e-01
  %2527 = tail call float @llvm.floor.f32(float %2526)
  %2528 = fsub float %2525, %2527
  %2529 = fmul float %2528, 0x3F83C6E5C0000000
  %2530 = fadd float %2529, 0x3FAC96D5E0000000
  %2531 = fmul float %2528, %2530
  %2532 = fadd float %2531, 0x3FCEBFB3E0000000
  %2533 = fmul float %2528, %2532
  %2534 = fadd float %2533, 0x3FE62E2D20000000
  %2535 = fmul float %2528, %2534
  %2536 = fadd float %2535, 1.000000e+00
  %2537 = fptosi float %2527 to i32
  %2538 = shl i32 %2537, 23
  %2539 = add i32 %2538, 1065353216
  %2540 = bitcast i32 %2539 to float
  %2541 = fmul float %2536, %2540
  %2542 = fmul float %2541, %237
  %2543 = getelementptr i8, ptr %2517, i64 6656
  %2544 = load float, ptr %2543, align 4
  %2545 = fsub float 1.000000e+00, %2544
  %2546 = fmul float %2542, %2545
  %2547 = getelementptr i8, ptr %2517, i64 8704
  %2548 = load float, ptr %2547, align 4
  %2549 = getelementptr i8, ptr %2517, i64 7168
  %2550 = load float, ptr %2549, align 4
  %2551 = fmul float %2546, %2550
  %2552 = fmul float %2551, 1.500000e+00
  %2553 = fadd float %2548, %2552
  store float %2553, ptr %2547, align 4
  %2554 = getelementptr i8, ptr %2517, i64 9216
  %2555 = load float, ptr %2554, align 4
  %2556 = getelementptr i8, ptr %2517, i64 7680
  %2557 = load float, ptr %2556, align 4
  %2558 = fmul float %2546, %2557
  %2559 = fmul float %2558, 0x3FF0CCCCC0000000
  %2560 = fadd float %2555, %2559
  store float %2560, ptr %2554, align 4
  %2561 = getelementptr i8, ptr %2517, i64 9728
  %2562 = load float, ptr %2561, align 4
  %2563 = getelementptr i8, ptr %2517, i64 8192
  %2564 = load float, ptr %2563, align 4
  %2565 = fmul float %2546, %2564
  %2566 = fmul float %2565, 0x3FE3D70A40000000
  %2567 = fadd float %2562, %2566
  store float %2567, ptr %2561, align 4
  %2568 = icmp eq i64 %2516, %290
  br i1 %2568, label %3555, label %2514
2569:
  %2570 = load double, ptr %63, align 8
  br label %2571
2571:
  %2572 = phi double [ %2570, %2569 ], [ %1487, %1493 ], [ %1487, %1486 ], [ %1487, %1490 ]
  %2573 = fptosi double %2572 to i64
  %2574 = load double, ptr %177, align 8
  %2575 = fmul double %2574, 5.000000e-01
  %2576 = load double, ptr %181, align 8
  %2577 = fdiv double %2575, %2576
  %2578 = fptrunc double %2577 to float
  %2579 = load double, ptr %183, align 8
  %2580 = fptrunc double %2579 to float
  %2581 = load double, ptr %186, align 8
  %2582 = fptrunc double %2581 to float
  %2583 = load double, ptr %174, align 8
  %2584 = load double, ptr %175, align 8
  %2585 = load double, ptr %176, align 8
  %2586 = fptrunc double %2583 to float
  %2587 = fptrunc double %2584 to float
  %2588 = fptrunc double %2585 to float
  br i1 %291, label %2589, label %2603
2589:
  %2590 = load double, ptr %184, align 8
  %2591 = fadd double %2579, %2590
  %2592 = fcmp ogt double %2591, 0x3FEF0A3D70A3D70A
  %2593 = select i1 %2592, double 0x3FEF0A3D70A3D70A, double %2591
  %2594 = fptrunc double %2593 to float
  %2595 = fptrunc double %2575 to float
  %2596 = fcmp olt float %2595, 0x3F1A36E2E0000000
  %2597 = select i1 %2596, float 0x3F1A36E2E0000000, float %2595
  %2598 = fdiv float 5.000000e-01, %2597
  %2599 = fcmp olt float %2578, 0x3F1A36E2E0000000
  %2600 = select i1 %2599, float 0x3F1A36E2E0000000, float %2578
  %2601 = fsub float %2594, %2580
  %2602 = fdiv float 5.000000e-01, %2600
  br label %2624
2603:
  switch i64 %2573, label %2605 [
    i64 2, label %2604
    i64 3, label %2783
  ]
2604:
  br i1 %291, label %2682, label %2783
2605:
  %2606 = load double, ptr %187, align 8
  %2607 = load double, ptr %188, align 8
  %2608 = load double, ptr %189, align 8
  %2609 = fptrunc double %2606 to float
  %2610 = fptrunc double %2607 to float
  %2611 = fptrunc double %2608 to float
  %2612 = load double, ptr %190, align 8
  %2613 = fptrunc double %2612 to float
  br i1 %291, label %2614, label %2783
2614:
  %2615 = fadd float %2580, 0xBFAC28F5C0000000
  %2616 = fcmp olt float %2578, 0x3F1A36E2E0000000
  %2617 = select i1 %2616, float 0x3F1A36E2E0000000, float %2578
  %2618 = fsub float %2580, %2615
  %2619 = fdiv float 5.000000e-01, %2617
  %2620 = fmul float %2578, 2.500000e-01
  %2621 = fcmp olt float %2620, 0x3F1A36E2E0000000
  %2622 = select i1 %2621, float 0x3F1A36E2E0000000, float %2620
  %2623 = fdiv float 5.000000e-01, %2622
  br label %2702
2624:
  %2625 = phi i64 [ 0, %2589 ], [ %2626, %2624 ]
  %2626 = add nuw nsw i64 %2625, 1
  %2627 = getelementptr float, ptr %50, i64 %2625
  %2628 = getelementptr i8, ptr %2627, i64 1536
  %2629 = load float, ptr %2628, align 4
  %2630 = fsub float %185, %2629
  %2631 = fadd float %2597, %2630
  %2632 = fcmp ogt float %2631, 0x3FF0CCCCC0000000
  %2633 = select i1 %2632, float 0x3FF0CCCCC0000000, float %2631
  %2634 = fsub float %2630, %2597
  %2635 = fcmp olt float %2634, -9.000000e+00
  %2636 = select i1 %2635, float -9.000000e+00, float %2634
  %2637 = fsub float %2633, %2636
  %2638 = fcmp olt float %2637, 0.000000e+00
  %2639 = select i1 %2638, float 0.000000e+00, float %2637
  %2640 = fmul float %2598, %2639
  %2641 = fsub float 1.000000e+00, %2640
  %2642 = fmul float %2641, %2582
  %2643 = getelementptr i8, ptr %2627, i64 11776
  %2644 = load float, ptr %2643, align 4
  %2645 = fadd float %2600, %2644
  %2646 = tail call float @llvm.floor.f32(float %2645)
  %2647 = fmul float %2601, %2646
  %2648 = fsub float %2645, %2646
  %2649 = fsub float %2648, %2580
  %2650 = fcmp olt float %2649, 0.000000e+00
  %2651 = select i1 %2650, float 0.000000e+00, float %2649
  %2652 = fcmp olt float %2601, %2651
  %2653 = select i1 %2652, float %2601, float %2651
  %2654 = fadd float %2647, %2653
  %2655 = fsub float %2644, %2600
  %2656 = tail call float @llvm.floor.f32(float %2655)
  %2657 = fmul float %2601, %2656
  %2658 = fsub float %2655, %2656
  %2659 = fsub float %2658, %2580
  %2660 = fcmp olt float %2659, 0.000000e+00
  %2661 = select i1 %2660, float 0.000000e+00, float %2659
  %2662 = fcmp olt float %2601, %2661
  %2663 = select i1 %2662, float %2601, float %2661
  %2664 = fadd float %2657, %2663
  %2665 = fsub float %2654, %2664
  %2666 = fmul float %2602, %2665
  %2667 = getelementptr i8, ptr %2627, i64 12288
  %2668 = load float, ptr %2667, align 4
  %2669 = fmul float %2642, %2666
  %2670 = getelementptr i8, ptr %2627, i64 12800
  store float %2640, ptr %2670, align 4
  %2671 = getelementptr i8, ptr %2627, i64 6656
  store float %2669, ptr %2671, align 4
  %2672 = fsub float 1.000000e+00, %2666
  %2673 = fmul float %2642, %2672
  %2674 = getelementptr i8, ptr %2627, i64 13312
  store float %2673, ptr %2674, align 4
  %2675 = fmul float %2668, %2586
  %2676 = fmul float %2668, %2587
  %2677 = fmul float %2668, %2588
  %2678 = getelementptr i8, ptr %2627, i64 7168
  store float %2675, ptr %2678, align 4
  %2679 = getelementptr i8, ptr %2627, i64 7680
  store float %2676, ptr %2679, align 4
  %2680 = getelementptr i8, ptr %2627, i64 8192
  store float %2677, ptr %2680, align 4
  %2681 = icmp eq i64 %2626, %290
  br i1 %2681, label %2603, label %2624
2682:
  %2683 = phi i64 [ %2684, %2682 ], [ 0, %2604 ]
  %2684 = add nuw nsw i64 %2683, 1
  %2685 = getelementptr float, ptr %50, i64 %2683
  %2686 = getelementptr i8, ptr %2685, i64 13312
  %2687 = load float, ptr %2686, align 4
  %2688 = fmul float %2687, 5.000000e-01
  %2689 = fsub float 1.000000e+00, %2688
  %2690 = getelementptr i8, ptr %2685, i64 7168
  %2691 = load float, ptr %2690, align 4
  %2692 = fmul float %2691, %2689
  store float %2692, ptr %2690, align 4
  %2693 = getelementptr i8, ptr %2685, i64 7680
  %2694 = load float, ptr %2693, align 4
  %2695 = fmul float %2689, %2694
  store float %2695, ptr %2693, align 4
  %2696 = getelementptr i8, ptr %2685, i64 8192
  %2697 = load float, ptr %2696, align 4
  %2698 = fmul float %2687, 0x3FDCCCCCC0000000
  %2699 = fsub float 1.000000e+00, %2698
  %2700 = fmul float %2697, %2699
  store float %2700, ptr %2696, align 4
  %2701 = icmp eq i64 %2684, %290
  br i1 %2701, label %2783, label %2682
2702:
  %2703 = phi i64 [ 0, %2614 ], [ %2704, %2702 ]
  %2704 = add nuw nsw i64 %2703, 1
  %2705 = getelementptr float, ptr %50, i64 %2703
  %2706 = getelementptr i8, ptr %2705, i64 11776
  %2707 = load float, ptr %2706, align 4
  %2708 = fadd float %2617, %2707
  %2709 = tail call float @llvm.floor.f32(float %2708)
  %2710 = fmul float %2618, %2709
  %2711 = fsub float %2708, %2709
  %2712 = fsub float %2711, %2615
  %2713 = fcmp olt float %2712, 0.000000e+00
  %2714 = select i1 %2713, float 0.000000e+00, float %2712
  %2715 = fcmp olt float %2618, %2714
  %2716 = select i1 %2715, float %2618, float %2714
  %2717 = fadd float %2710, %2716
  %2718 = fsub float %2707, %2617
  %2719 = tail call float @llvm.floor.f32(float %2718)
  %2720 = fmul float %2618, %2719
  %2721 = fsub float %2718, %2719
  %2722 = fsub float %2721, %2615
  %2723 = fcmp olt float %2722, 0.000000e+00
  %2724 = select i1 %2723, float 0.000000e+00, float %2722
  %2725 = fcmp olt float %2618, %2724
  %2726 = select i1 %2725, float %2618, float %2724
  %2727 = fadd float %2720, %2726
  %2728 = fsub float %2717, %2727
  %2729 = fmul float %2619, %2728
  %2730 = fmul float %2729, %2613
  %2731 = fmul float %2707, 2.500000e-01
  %2732 = fadd float %2622, %2731
  %2733 = tail call float @llvm.floor.f32(float %2732)
  %2734 = fmul float %2733, 0x3F9EB851E0000000
  %2735 = fsub float %2732, %2733
  %2736 = fcmp olt float %2735, 0.000000e+00
  %2737 = select i1 %2736, float 0.000000e+00, float %2735
  %2738 = fcmp ogt float %2737, 0x3F9EB851E0000000
  %2739 = select i1 %2738, float 0x3F9EB851E0000000, float %2737
  %2740 = fadd float %2734, %2739
  %2741 = fsub float %2731, %2622
  %2742 = tail call float @llvm.floor.f32(float %2741)
  %2743 = fmul float %2742, 0x3F9EB851E0000000
  %2744 = fsub float %2741, %2742
  %2745 = fcmp olt float %2744, 0.000000e+00
  %2746 = select i1 %2745, float 0.000000e+00, float %2744
  %2747 = fcmp ogt float %2746, 0x3F9EB851E0000000
  %2748 = select i1 %2747, float 0x3F9EB851E0000000, float %2746
  %2749 = fadd float %2743, %2748
  %2750 = fsub float %2740, %2749
  %2751 = fmul float %2623, %2750
  %2752 = fadd float %2730, %2751
  %2753 = getelementptr i8, ptr %2705, i64 12800
  %2754 = load float, ptr %2753, align 4
  %2755 = fmul float %2754, 0x3FE99999A0000000
  %2756 = fadd float %2752, %2755
  %2757 = fcmp ogt float %2756, 1.000000e+00
  %2758 = select i1 %2757, float 1.000000e+00, float %2756
  %2759 = fcmp ogt float %2752, 1.000000e+00
  %2760 = select i1 %2759, float 1.000000e+00, float %2752
  %2761 = fmul float %2760, %191
  %2762 = getelementptr i8, ptr %2705, i64 7168
  %2763 = load float, ptr %2762, align 4
  %2764 = getelementptr i8, ptr %2705, i64 7680
  %2765 = load float, ptr %2764, align 4
  %2766 = getelementptr i8, ptr %2705, i64 8192
  %2767 = load float, ptr %2766, align 4
  %2768 = fmul float %2761, 0x3FD99999A0000000
  %2769 = fadd float %2768, %2609
  %2770 = fsub float %2769, %2763
  %2771 = fmul float %2770, %2758
  %2772 = fadd float %2763, %2771
  store float %2772, ptr %2762, align 4
  %2773 = fadd float %2768, %2610
  %2774 = fsub float %2773, %2765
  %2775 = fmul float %2774, %2758
  %2776 = fadd float %2765, %2775
  store float %2776, ptr %2764, align 4
  %2777 = fmul float %2761, 0x3FDCCCCCC0000000
  %2778 = fadd float %2777, %2611
  %2779 = fsub float %2778, %2767
  %2780 = fmul float %2779, %2758
  %2781 = fadd float %2767, %2780
  store float %2781, ptr %2766, align 4
  %2782 = icmp eq i64 %2704, %290
  br i1 %2782, label %2783, label %2702
2783:
  %2784 = load double, ptr %192, align 8
  %2785 = fcmp ogt double %2784, 0.000000e+00
  %2786 = select i1 %2785, i1 %178, i1 false
  br i1 %2786, label %1650, label %1770
2787:
  %2788 = load double, ptr %183, align 8
  %2789 = load double, ptr %184, align 8
  %2790 = fadd double %2788, %2789
  %2791 = fcmp ogt double %2790, 0x3FEF0A3D70A3D70A
  %2792 = select i1 %2791, double 0x3FEF0A3D70A3D70A, double %2790
  %2793 = fptrunc double %2788 to float
  %2794 = fptrunc double %2792 to float
  %2795 = fsub double %2792, %2788
  %2796 = fptrunc double %2795 to float
  %2797 = load double, ptr %177, align 8
  %2798 = fmul double %2797, 5.000000e-01
  %2799 = load double, ptr %181, align 8
  %2800 = fdiv double %2798, %2799
  %2801 = fptrunc double %2800 to float
  %2802 = load double, ptr %206, align 8
  %2803 = fmul double %2802, 0x3FFBE82FA0BE82FA
  %2804 = fptrunc double %2803 to float
  %2805 = load double, ptr %63, align 8
  %2806 = fcmp olt double %2805, 2.000000e+00
  br i1 %2806, label %2807, label %2810
2807:
  %2808 = load double, ptr %207, align 8
  %2809 = fptrunc double %2808 to float
  br label %2810
2810:
  %2811 = phi float [ %2809, %2807 ], [ 0.000000e+00, %2787 ]
  %2812 = fcmp olt double %2795, 1.000000e-01
  %2813 = select i1 %2812, double 1.000000e-01, double %2795
  %2814 = fdiv double 4.200000e-01, %2813
  %2815 = fptrunc double %2814 to float
  br i1 %291, label %2816, label %2864
2816:
  %2817 = fcmp olt float %2801, 0x3F1A36E2E0000000
  %2818 = select i1 %2817, float 0x3F1A36E2E0000000, float %2801
  %2819 = fdiv float 5.000000e-01, %2818
  %2820 = fsub float 1.000000e+00, %2811
  br label %2821
2821:
  %2822 = phi i64 [ 0, %2816 ], [ %2823, %2821 ]
  %2823 = add nuw nsw i64 %2822, 1
  %2824 = getelementptr float, ptr %50, i64 %2822
  %2825 = getelementptr i8, ptr %2824, i64 11776
  %2826 = load float, ptr %2825, align 4
  %2827 = tail call float @llvm.floor.f32(float %2826)
  %2828 = fsub float %2826, %2827
  %2829 = getelementptr i8, ptr %2824, i64 15872
  %2830 = load float, ptr %2829, align 4
  %2831 = fmul float %2830, %2804
  %2832 = fadd float %2831, -2.500000e-01
  %2833 = fcmp olt float %2832, 0.000000e+00
  %2834 = select i1 %2833, float 0.000000e+00, float %2832
  %2835 = fmul float %2834, %2796
  %2836 = fsub float %2794, %2835
  %2837 = fadd float %2818, %2828
  %2838 = fcmp ogt float %2837, 1.000000e+00
  %2839 = select i1 %2838, float 1.000000e+00, float %2837
  %2840 = fsub float %2828, %2818
  %2841 = fcmp ogt float %2836, %2840
  %2842 = select i1 %2841, float %2836, float %2840
  %2843 = fsub float %2839, %2842
  %2844 = fcmp olt float %2843, 0.000000e+00
  %2845 = select i1 %2844, float 0.000000e+00, float %2843
  %2846 = fmul float %2819, %2845
  %2847 = fmul float %2846, 5.000000e-01
  %2848 = fsub float 1.000000e+00, %2847
  %2849 = getelementptr i8, ptr %2824, i64 15360
  %2850 = load float, ptr %2849, align 4
  %2851 = fcmp ogt float %2850, 0x3FD99999A0000000
  %2852 = select i1 %2851, float %2820, float 1.000000e+00
  %2853 = fmul float %2852, %2848
  %2854 = fsub float %2828, %2793
  %2855 = fmul float %2854, %2815
  %2856 = fadd float %2855, 0x3FE70A3D80000000
  %2857 = fmul float %2856, %2853
  %2858 = getelementptr i8, ptr %2824, i64 14848
  store float %2846, ptr %2858, align 4
  %2859 = getelementptr i8, ptr %2824, i64 14336
  store float %2857, ptr %2859, align 4
  %2860 = icmp eq i64 %2823, %290
  br i1 %2860, label %2861, label %2821
2861:
  %2862 = load double, ptr %63, align 8
  %2863 = load double, ptr %181, align 8
  br label %2864
2864:
  %2865 = phi double [ %2863, %2861 ], [ %2799, %2810 ]
  %2866 = phi double [ %2862, %2861 ], [ %2805, %2810 ]
  %2867 = fcmp olt double %2866, 2.000000e+00
  %2868 = load double, ptr %195, align 8
  %2869 = fcmp ogt double %2868, 2.000000e+00
  %2870 = select i1 %2869, double 2.000000e+00, double 4.000000e+00
  %2871 = load double, ptr %145, align 8
  %2872 = fdiv double %2871, %2868
  %2873 = fdiv double %2872, %2870
  %2874 = tail call double @llvm.floor.f64(double %2873)
  %2875 = fptosi double %2874 to i64
  %2876 = fmul double %2868, %2870
  %2877 = load double, ptr %208, align 8
  %2878 = fmul double %2877, 9.200000e-01
  %2879 = fptrunc double %2878 to float
  %2880 = sitofp i64 %2875 to double
  %2881 = fsub double %2873, %2880
  %2882 = fmul double %2876, %2881
  %2883 = fcmp ogt double %2878, 0x3690000000000000
  %2884 = select i1 %2883, i1 %178, i1 false
  %2885 = icmp slt i64 %286, 1
  br i1 %2885, label %3282, label %3072
2886:
  %2887 = phi i64 [ 0, %3072 ], [ %2888, %3070 ]
  %2888 = add nuw nsw i64 %2887, 1
  %2889 = getelementptr float, ptr %50, i64 %2887
  %2890 = getelementptr i8, ptr %2889, i64 13824
  %2891 = load float, ptr %2890, align 4
  %2892 = fcmp ugt float %2891, 0.000000e+00
  br i1 %2892, label %2893, label %3070
2893:
  %2894 = getelementptr i8, ptr %2889, i64 6656
  %2895 = load float, ptr %2894, align 4
  %2896 = fcmp ugt float %2895, 0.000000e+00
  br i1 %2896, label %2897, label %3070
2897:
  br i1 %2867, label %2898, label %2995
2898:
  %2899 = getelementptr i8, ptr %2889, i64 15360
  %2900 = load float, ptr %2899, align 4
  %2901 = fcmp olt float %2900, 0x3FA99999A0000000
  br i1 %2901, label %2902, label %2995
2902:
  %2903 = getelementptr i8, ptr %2889, i64 15872
  %2904 = load float, ptr %2903, align 4
  %2905 = fpext float %2904 to double
  %2906 = fmul double %2905, 5.000000e+01
  %2907 = fadd double %209, %2906
  %2908 = tail call double @llvm.floor.f64(double %2907)
  %2909 = fptosi double %2908 to i64
  %2910 = fsub double %2907, %2908
  %2911 = fmul double %2910, %2910
  %2912 = fmul double %2910, %2911
  %2913 = fmul double %2910, 6.000000e+00
  %2914 = fadd double %2913, -1.500000e+01
  %2915 = fmul double %2910, %2914
  %2916 = fadd double %2915, 1.000000e+01
  %2917 = fmul double %2912, %2916
  %2918 = mul i64 %2909, 374761393
  %2919 = add i64 %2918, %3075
  %2920 = lshr i64 %2919, 15
  %2921 = and i64 %2920, 131071
  %2922 = xor i64 %2921, %2919
  %2923 = mul i64 %2922, 2246822519
  %2924 = lshr i64 %2923, 13
  %2925 = and i64 %2924, 524287
  %2926 = xor i64 %2925, %2923
  %2927 = mul i64 %2926, 3266489917
  %2928 = and i64 %2927, 4294967295
  %2929 = lshr i64 %2928, 16
  %2930 = xor i64 %2929, %2928
  %2931 = uitofp i64 %2930 to double
  %2932 = fmul double %2931, 0x3DF0000000000000
  %2933 = mul i64 %2909, 374761393
  %2934 = add i64 %2933, 374761393
  %2935 = add i64 %2934, %3075
  %2936 = lshr i64 %2935, 15
  %2937 = and i64 %2936, 131071
  %2938 = xor i64 %2937, %2935
  %2939 = mul i64 %2938, 2246822519
  %2940 = lshr i64 %2939, 13
  %2941 = and i64 %2940, 524287
  %2942 = xor i64 %2941, %2939
  %2943 = mul i64 %2942, 3266489917
  %2944 = and i64 %2943, 4294967295
  %2945 = lshr i64 %2944, 16
  %2946 = xor i64 %2945, %2944
  %2947 = uitofp i64 %2946 to double
  %2948 = fmul double %2947, 0x3DF0000000000000
  %2949 = add i64 %3076, %2918
  %2950 = lshr i64 %2949, 15
  %2951 = and i64 %2950, 131071
  %2952 = xor i64 %2951, %2949
  %2953 = mul i64 %2952, 2246822519
  %2954 = lshr i64 %2953, 13
  %2955 = and i64 %2954, 524287
  %2956 = xor i64 %2955, %2953
  %2957 = mul i64 %2956, 3266489917
  %2958 = and i64 %2957, 4294967295
  %2959 = lshr i64 %2958, 16
  %2960 = xor i64 %2959, %2958
  %2961 = uitofp i64 %2960 to double
  %2962 = fmul double %2961, 0x3DF0000000000000
  %2963 = add i64 %3076, %2934
  %2964 = lshr i64 %2963, 15
  %2965 = and i64 %2964, 131071
  %2966 = xor i64 %2965, %2963
  %2967 = mul i64 %2966, 2246822519
  %2968 = lshr i64 %2967, 13
  %2969 = and i64 %2968, 524287
  %2970 = xor i64 %2969, %2967
  %2971 = mul i64 %2970, 3266489917
  %2972 = and i64 %2971, 4294967295
  %2973 = lshr i64 %2972, 16
  %2974 = xor i64 %2973, %2972
  %2975 = uitofp i64 %2974 to double
  %2976 = fmul double %2975, 0x3DF0000000000000
  %2977 = fsub double %2948, %2932
  %2978 = fmul double %2917, %2977
  %2979 = fadd double %2932, %2978
  %2980 = fmul double %2979, 5.000000e-01
  %2981 = fsub double %2976, %2962
  %2982 = fmul double %2917, %2981
  %2983 = fadd double %2962, %2982
  %2984 = fmul double %2983, 5.000000e-01
  %2985 = fadd double %2980, %2984
  %2986 = fmul double %2985, 5.500000e-01
  %2987 = fadd double %2986, 4.500000e-01
  %2988 = fptrunc double %2987 to float
  %2989 = fmul float %2988, 0x3FD6666660000000
  %2990 = fmul float %2988, 5.000000e-01
  %2991 = getelementptr i8, ptr %2889, i64 16384
  store float %2989, ptr %2991, align 4
  %2992 = getelementptr i8, ptr %2889, i64 16896
  store float %2990, ptr %2992, align 4
  %2993 = fmul float %2988, 0x3FECCCCCC0000000
  %2994 = getelementptr i8, ptr %2889, i64 17408
  store float %2993, ptr %2994, align 4
  br label %2995
2995:
  br i1 %2884, label %2996, label %3070
2996:
  %2997 = getelementptr i8, ptr %2889, i64 11776
  %2998 = load float, ptr %2997, align 4
  %2999 = tail call float @llvm.floor.f32(float %2998)
  %3000 = fptosi float %2999 to i64
  %3001 = fpext float %2998 to double
  %3002 = sitofp i64 %3000 to double
  %3003 = fsub double %3001, %3002
  %3004 = fmul double %2865, %3003
  %3005 = mul nsw i64 %3000, 7
  %3006 = add i64 %3078, %3005
  %3007 = getelementptr i8, ptr %2889, i64 2048
  %3008 = load float, ptr %3007, align 4
  %3009 = getelementptr i8, ptr %2889, i64 2560
  %3010 = load float, ptr %3009, align 4
  %3011 = getelementptr i8, ptr %2889, i64 3072
  %3012 = load float, ptr %3011, align 4
  %3013 = mul i64 %3006, 374761393
  %3014 = add i64 %3013, 990059316
  %3015 = lshr i64 %3014, 15
  %3016 = and i64 %3015, 131071
  %3017 = xor i64 %3016, %3014
  %3018 = mul i64 %3017, 2246822519
  %3019 = lshr i64 %3018, 13
  %3020 = and i64 %3019, 524287
  %3021 = xor i64 %3020, %3018
  %3022 = mul i64 %3021, 3266489917
  %3023 = and i64 %3022, 4294967295
  %3024 = lshr i64 %3023, 16
  %3025 = xor i64 %3024, %3023
  %3026 = uitofp i64 %3025 to double
  %3027 = fmul double %3026, 0x3DF0000000000000
  %3028 = fmul double %3027, 2.600000e+00
  %3029 = fadd double %3028, 3.200000e+00
  %3030 = fpext float %3008 to double
  %3031 = fcmp ogt float %3008, 0.000000e+00
  %3032 = fneg float %3008
  %3033 = fpext float %3032 to double
  %3034 = select i1 %3031, double %3030, double %3033
  %3035 = select i1 %3031, double %3079, double %2882
  %3036 = fcmp olt double %3034, 1.000000e-04
  %3037 = select i1 %3036, double 1.000000e-04, double %3034
  %3038 = fdiv double %3035, %3037
  %3039 = fpext float %3010 to double
  %3040 = fcmp ogt float %3010, 0.000000e+00
  %3041 = fneg float %3010
  %3042 = fpext float %3041 to double
  %3043 = fsub double %2865, %3004
  %3044 = select i1 %3040, double %3039, double %3042
  %3045 = select i1 %3040, double %3043, double %3004
  %3046 = fcmp olt double %3044, 1.000000e-04
  %3047 = select i1 %3046, double 1.000000e-04, double %3044
  %3048 = fdiv double %3045, %3047
  %3049 = fpext float %3012 to double
  %3050 = fcmp olt double %3049, 1.000000e-04
  %3051 = select i1 %3050, double 1.000000e-04, double %3049
  %3052 = fdiv double %3029, %3051
  %3053 = add i64 %3013, 3392076176
  %3054 = lshr i64 %3053, 15
  %3055 = and i64 %3054, 131071
  %3056 = xor i64 %3055, %3053
  %3057 = mul i64 %3056, 2246822519
  %3058 = lshr i64 %3057, 13
  %3059 = and i64 %3058, 524287
  %3060 = xor i64 %3059, %3057
  %3061 = mul i64 %3060, 3266489917
  %3062 = and i64 %3061, 4294967295
  %3063 = lshr i64 %3062, 16
  %3064 = xor i64 %3063, %3062
  %3065 = uitofp i64 %3064 to double
  %3066 = fmul double %3065, 0x3DF0000000000000
  %3067 = fcmp olt double %3052, %3038
  %3068 = fcmp olt double %3052, %3048
  %3069 = select i1 %3067, i1 %3068, i1 false
  br i1 %3069, label %3081, label %3127
3070:
  %3071 = icmp eq i64 %2888, %286
  br i1 %3071, label %3282, label %2886
3072:
  %3073 = load double, ptr %179, align 8
  %3074 = fptosi double %3073 to i64
  %3075 = mul i64 %3074, 2246822519
  %3076 = add i64 %3075, 668265263
  %3077 = mul nsw i64 %2875, 31
  %3078 = add i64 %3077, %3074
  %3079 = fsub double %2876, %2882
  %3080 = fmul double %2876, 5.000000e-01
  br label %2886
3081:
  %3082 = fmul double %3052, %3030
  %3083 = fadd double %2882, %3082
  %3084 = fmul double %3052, %3039
  %3085 = fadd double %3004, %3084
  %3086 = fmul double %3085, 2.500000e-01
  %3087 = fdiv double %3086, %2865
  %3088 = fadd double %3087, 6.200000e-01
  %3089 = fmul double %3066, 5.000000e-01
  %3090 = fadd double %3089, 2.500000e-01
  %3091 = fmul double %2876, %3090
  %3092 = fsub double %3083, %3091
  %3093 = tail call double @llvm.fabs.f64(double %3092)
  %3094 = fcmp olt double %3093, 4.500000e-01
  br i1 %3094, label %3095, label %3117
3095:
  %3096 = fadd double %3085, -1.750000e+00
  %3097 = tail call double @llvm.fabs.f64(double %3096)
  %3098 = fcmp olt double %3097, 3.500000e-01
  br i1 %3098, label %3099, label %3117
3099:
  %3100 = add i64 %3013, 1499125740
  %3101 = lshr i64 %3100, 15
  %3102 = and i64 %3101, 131071
  %3103 = xor i64 %3102, %3100
  %3104 = mul i64 %3103, 2246822519
  %3105 = lshr i64 %3104, 13
  %3106 = and i64 %3105, 524287
  %3107 = xor i64 %3106, %3104
  %3108 = mul i64 %3107, 3266489917
  %3109 = and i64 %3108, 4294967295
  %3110 = lshr i64 %3109, 16
  %3111 = xor i64 %3110, %3109
  %3112 = uitofp i64 %3111 to double
  %3113 = fmul double %3112, 0x3DF0000000000000
  %3114 = fmul double %3113, 6.000000e-01
  %3115 = fadd double %3114, 4.500000e-01
  %3116 = fmul double %3115, %3088
  br label %3117
3117:
  %3118 = phi double [ %3116, %3099 ], [ %3088, %3095 ], [ %3088, %3081 ]
  %3119 = fcmp olt double %3085, 0x3FEE666666666666
  br i1 %3119, label %3120, label %3208
3120:
  %3121 = fsub double %3083, %2876
  %3122 = fadd double %3091, %3121
  %3123 = tail call double @llvm.fabs.f64(double %3122)
  %3124 = fcmp olt double %3123, 8.000000e-01
  br i1 %3124, label %3125, label %3208
3125:
  %3126 = fmul double %3118, 4.000000e-01
  br label %3208
3127:
  %3128 = fcmp olt double %3048, %3038
  br i1 %3128, label %3129, label %3202
3129:
  %3130 = fmul double %3048, %3030
  %3131 = fadd double %2882, %3130
  %3132 = fmul double %3048, %3049
  br i1 %3040, label %3133, label %3208
3133:
  %3134 = fcmp ogt double %3066, 5.000000e-01
  br i1 %3134, label %3135, label %3148
3135:
  %3136 = fmul double %3132, 5.000000e-01
  %3137 = fadd double %3136, 5.000000e-01
  %3138 = tail call double @llvm.floor.f64(double %3137)
  %3139 = fmul double %3138, 2.000000e+00
  %3140 = fsub double %3132, %3139
  %3141 = tail call double @llvm.fabs.f64(double %3140)
  %3142 = fmul double %3141, 3.000000e+00
  %3143 = fsub double 1.000000e+00, %3142
  %3144 = fcmp ogt double %3143, 0.000000e+00
  %3145 = select i1 %3144, double %3143, double 0.000000e+00
  %3146 = fmul double %3145, 1.500000e+00
  %3147 = fadd double %3146, 7.500000e-01
  br label %3208
3148:
  %3149 = fsub double %3131, %3080
  br label %3150
3150:
  %3151 = phi double [ 1.000000e+00, %3148 ], [ %3157, %3150 ]
  %3152 = phi double [ %3149, %3148 ], [ %3159, %3150 ]
  %3153 = phi i64 [ 2, %3148 ], [ %3158, %3150 ]
  %3154 = and i64 %3153, 1
  %3155 = icmp eq i64 %3154, 0
  %3156 = fmul double %3151, %3152
  %3157 = select i1 %3155, double %3151, double %3156
  %3158 = lshr i64 %3153, 1
  %3159 = fmul double %3152, %3152
  %3160 = icmp eq i64 %3158, 0
  br i1 %3160, label %3161, label %3150
3161:
  %3162 = fadd double %3132, -1.800000e+00
  br label %3163
3163:
  %3164 = phi double [ 1.000000e+00, %3161 ], [ %3170, %3163 ]
  %3165 = phi double [ %3162, %3161 ], [ %3172, %3163 ]
  %3166 = phi i64 [ 2, %3161 ], [ %3171, %3163 ]
  %3167 = and i64 %3166, 1
  %3168 = icmp eq i64 %3167, 0
  %3169 = fmul double %3164, %3165
  %3170 = select i1 %3168, double %3164, double %3169
  %3171 = lshr i64 %3166, 1
  %3172 = fmul double %3165, %3165
  %3173 = icmp eq i64 %3171, 0
  br i1 %3173, label %3174, label %3163
3174:
  %3175 = fadd double %3157, %3170
  %3176 = fmul double %3175, -2.200000e+00
  %3177 = fptrunc double %3176 to float
  %3178 = fmul float %3177, 0x3FF7154760000000
  %3179 = fcmp olt float %3178, -1.260000e+02
  %3180 = select i1 %3179, float -1.260000e+02, float %3178
  %3181 = fcmp ogt float %3180, 1.260000e+02
  %3182 = select i1 %3181, float 1.260000e+02, float %3180
  %3183 = fadd float %3182, 5.000000e-01
  %3184 = tail call float @llvm.floor.f32(float %3183)
  %3185 = fsub float %3182, %3184
  %3186 = fmul float %3185, 0x3F83C6E5C0000000
  %3187 = fadd float %3186, 0x3FAC96D5E0000000
  %3188 = fmul float %3185, %3187
  %3189 = fadd float %3188, 0x3FCEBFB3E0000000
  %3190 = fmul float %3185, %3189
  %3191 = fadd float %3190, 0x3FE62E2D20000000
  %3192 = fmul float %3185, %3191
  %3193 = fadd float %3192, 1.000000e+00
  %3194 = fptosi float %3184 to i32
  %3195 = shl i32 %3194, 23
  %3196 = add i32 %3195, 1065353216
  %3197 = bitcast i32 %3196 to float
  %3198 = fmul float %3193, %3197
  %3199 = fpext float %3198 to double
  %3200 = fmul double %3199, 1.400000e+00
  %3201 = fadd double %3200, 0x3FE6666666666666
  br label %3208
3202:
  %3203 = fmul double %3066, 2.000000e-01
  %3204 = fadd double %3203, 5.500000e-01
  %3205 = fmul double %3049, 4.000000e-02
  %3206 = fmul double %3205, %3038
  %3207 = fsub double %3204, %3206
  br label %3208
3208:
  %3209 = phi double [ %3207, %3202 ], [ %3147, %3135 ], [ %3201, %3174 ], [ %3118, %3117 ], [ %3126, %3125 ], [ %3118, %3120 ], [ 3.000000e-01, %3129 ]
  %3210 = add i64 %3013, 3901142600
  %3211 = lshr i64 %3210, 15
  %3212 = and i64 %3211, 131071
  %3213 = xor i64 %3212, %3210
  %3214 = mul i64 %3213, 2246822519
  %3215 = lshr i64 %3214, 13
  %3216 = and i64 %3215, 524287
  %3217 = xor i64 %3216, %3214
  %3218 = mul i64 %3217, 3266489917
  %3219 = and i64 %3218, 4294967295
  %3220 = lshr i64 %3219, 16
  %3221 = xor i64 %3220, %3219
  %3222 = uitofp i64 %3221 to double
  %3223 = fmul double %3222, 0x3DF0000000000000
  %3224 = fcmp olt double %3223, 2.200000e-01
  br i1 %3224, label %3225, label %3266
3225:
  %3226 = fdiv double 1.100000e+00, %3051
  %3227 = fmul double %3226, %3039
  %3228 = fadd double %3004, %3227
  %3229 = fadd double %3228, -1.620000e+00
  br label %3230
3230:
  %3231 = phi double [ 1.000000e+00, %3225 ], [ %3237, %3230 ]
  %3232 = phi double [ %3229, %3225 ], [ %3239, %3230 ]
  %3233 = phi i64 [ 2, %3225 ], [ %3238, %3230 ]
  %3234 = and i64 %3233, 1
  %3235 = icmp eq i64 %3234, 0
  %3236 = fmul double %3231, %3232
  %3237 = select i1 %3235, double %3231, double %3236
  %3238 = lshr i64 %3233, 1
  %3239 = fmul double %3232, %3232
  %3240 = icmp eq i64 %3238, 0
  br i1 %3240, label %3241, label %3230
3241:
  %3242 = fmul double %3226, %3030
  %3243 = fadd double %2882, %3242
  %3244 = fmul double %3223, 2.200000e+00
  %3245 = fadd double %3244, 2.500000e-01
  %3246 = fmul double %2876, %3245
  %3247 = fsub double %3243, %3246
  %3248 = fmul double %3247, %3247
  %3249 = fdiv double %3248, 1.300000e-02
  %3250 = fdiv double %3237, 1.800000e-02
  %3251 = fadd double %3249, %3250
  %3252 = fcmp ogt double %3228, 0.000000e+00
  %3253 = fcmp olt double %3228, 1.480000e+00
  %3254 = and i1 %3252, %3253
  br i1 %3254, label %3255, label %3260
3255:
  %3256 = fmul double %3228, 1.200000e-02
  %3257 = fadd double %3256, 5.000000e-02
  %3258 = fdiv double %3248, %3257
  %3259 = fcmp olt double %3258, 1.000000e+00
  br label %3260
3260:
  %3261 = phi i1 [ %3259, %3255 ], [ false, %3241 ]
  %3262 = fcmp olt double %3251, 1.000000e+00
  %3263 = select i1 %3262, i1 true, i1 %3261
  br i1 %3263, label %3264, label %3266
3264:
  %3265 = fmul double %3209, 1.600000e-01
  br label %3266
3266:
  %3267 = phi double [ %3265, %3264 ], [ %3209, %3260 ], [ %3209, %3208 ]
  %3268 = fptrunc double %3267 to float
  %3269 = getelementptr i8, ptr %2889, i64 14848
  %3270 = load float, ptr %3269, align 4
  %3271 = fsub float 1.000000e+00, %3270
  %3272 = fmul float %3271, %3268
  %3273 = fmul float %3268, 0x3FB99999A0000000
  %3274 = fadd float %3273, 5.000000e-01
  %3275 = fmul float %3270, %3274
  %3276 = fadd float %3272, %3275
  %3277 = getelementptr i8, ptr %2889, i64 14336
  %3278 = load float, ptr %3277, align 4
  %3279 = fsub float %3276, %3278
  %3280 = fmul float %3279, %2879
  %3281 = fadd float %3278, %3280
  store float %3281, ptr %3277, align 4
  br label %3070
3282:
  %3283 = load double, ptr %211, align 8
  %3284 = fcmp ogt double %3283, 0.000000e+00
  br i1 %3284, label %3286, label %3285
3285:
  br i1 %291, label %3419, label %1964
3286:
  %3287 = load double, ptr %212, align 8
  %3288 = load double, ptr %213, align 8
  %3289 = tail call double @llvm.floor.f64(double %3287)
  %3290 = tail call double @sqrt(double %3288)
  %3291 = fdiv double 1.300000e+00, %3290
  %3292 = fdiv double 1.000000e+00, %3288
  %3293 = fptrunc double %3292 to float
  %3294 = fsub double 1.000000e+00, %3287
  %3295 = fadd double %3294, %3289
  %3296 = fmul double %3295, %3291
  %3297 = fptrunc double %3296 to float
  %3298 = fsub double %3287, %3289
  %3299 = fmul double %3298, %3291
  %3300 = fptrunc double %3299 to float
  %3301 = fptrunc double %3283 to float
  %3302 = load double, ptr %205, align 8
  %3303 = fptrunc double %3302 to float
  %3304 = fadd float %3303, 0.000000e+00
  %3305 = fcmp olt float %3304, 0.000000e+00
  %3306 = select i1 %3305, float 0.000000e+00, float %3304
  %3307 = fcmp ogt float %3306, 1.000000e+00
  %3308 = select i1 %3307, float 1.000000e+00, float %3306
  %3309 = fmul float %3308, 0x3FDAE147A0000000
  %3310 = fadd float %3309, 0x3FE99999A0000000
  %3311 = fmul float %3308, 0x3FCC28F5C0000000
  %3312 = fsub float 0x3FEEB851E0000000, %3311
  %3313 = fmul float %3308, 0x3FE851EB80000000
  %3314 = fsub float 0x3FF0F5C280000000, %3313
  br i1 %291, label %3315, label %1964
3315:
  %3316 = load double, ptr %179, align 8
  %3317 = fptosi double %3316 to i64
  %3318 = fptosi double %3289 to i64
  %3319 = add nsw i64 %3317, %3318
  %3320 = load double, ptr %145, align 8
  %3321 = load double, ptr %195, align 8
  %3322 = fdiv double %3320, %3321
  %3323 = fmul double %3288, 2.000000e+00
  %3324 = fdiv double %3322, %3323
  %3325 = tail call double @llvm.floor.f64(double %3324)
  %3326 = fptosi double %3325 to i32
  %3327 = fdiv double %3322, %3288
  %3328 = tail call double @llvm.floor.f64(double %3327)
  %3329 = fptosi double %3328 to i32
  %3330 = mul i32 %3329, 374761393
  %3331 = trunc i64 %3319 to i32
  %3332 = mul i32 %3331, -2048144777
  %3333 = add i32 %3330, %3332
  %3334 = mul i32 %3326, 374761393
  %3335 = add i32 %3332, -2048144777
  %3336 = add i32 %3335, %3334
  br label %3337
3337:
  %3338 = phi i64 [ 0, %3315 ], [ %3339, %3337 ]
  %3339 = add nuw nsw i64 %3338, 1
  %3340 = getelementptr float, ptr %50, i64 %3338
  %3341 = getelementptr i8, ptr %3340, i64 11776
  %3342 = load float, ptr %3341, align 4
  %3343 = fmul float %3342, %3293
  %3344 = tail call float @llvm.floor.f32(float %3343)
  %3345 = fptosi float %3344 to i32
  %3346 = mul i32 %3345, 668265263
  %3347 = add i32 %3333, %3346
  %3348 = lshr i32 %3347, 15
  %3349 = xor i32 %3348, %3347
  %3350 = mul i32 %3349, -2048144777
  %3351 = lshr i32 %3350, 13
  %3352 = xor i32 %3351, %3350
  %3353 = mul i32 %3352, -1028477379
  %3354 = lshr i32 %3353, 24
  %3355 = lshr i32 %3353, 8
  %3356 = xor i32 %3354, %3355
  %3357 = uitofp i32 %3356 to float
  %3358 = fmul float %3357, 0x3E70000000000000
  %3359 = fadd float %3358, -5.000000e-01
  %3360 = fmul float %3359, %3297
  %3361 = fmul float %3343, 5.000000e-01
  %3362 = tail call float @llvm.floor.f32(float %3361)
  %3363 = fptosi float %3362 to i32
  %3364 = mul i32 %3363, 668265263
  %3365 = add i32 %3336, %3364
  %3366 = lshr i32 %3365, 15
  %3367 = xor i32 %3366, %3365
  %3368 = mul i32 %3367, -2048144777
  %3369 = lshr i32 %3368, 13
  %3370 = xor i32 %3369, %3368
  %3371 = mul i32 %3370, -1028477379
  %3372 = lshr i32 %3371, 24
  %3373 = lshr i32 %3371, 8
  %3374 = xor i32 %3372, %3373
  %3375 = uitofp i32 %3374 to float
  %3376 = fmul float %3375, 0x3E70000000000000
  %3377 = fadd float %3376, -5.000000e-01
  %3378 = fmul float %3377, %3300
  %3379 = fadd float %3360, %3378
  %3380 = getelementptr i8, ptr %3340, i64 13824
  %3381 = load float, ptr %3380, align 4
  %3382 = getelementptr i8, ptr %3340, i64 14336
  %3383 = load float, ptr %3382, align 4
  %3384 = fmul float %3381, %3383
  %3385 = getelementptr i8, ptr %3340, i64 17920
  %3386 = load float, ptr %3385, align 4
  %3387 = fadd float %3379, 1.000000e+00
  %3388 = fmul float %3387, %3386
  %3389 = fmul float %3388, 0x3FE19999A0000000
  %3390 = fsub float %3389, %3384
  %3391 = fmul float %3390, %3301
  %3392 = fadd float %3384, %3391
  %3393 = getelementptr i8, ptr %3340, i64 6656
  %3394 = load float, ptr %3393, align 4
  %3395 = fmul float %3394, %3392
  %3396 = fmul float %3395, %210
  %3397 = getelementptr i8, ptr %3340, i64 16384
  %3398 = load float, ptr %3397, align 4
  %3399 = getelementptr i8, ptr %3340, i64 16896
  %3400 = load float, ptr %3399, align 4
  %3401 = getelementptr i8, ptr %3340, i64 17408
  %3402 = load float, ptr %3401, align 4
  %3403 = fsub float %3310, %3398
  %3404 = fmul float %3403, %3301
  %3405 = fadd float %3398, %3404
  %3406 = fmul float %3405, %3396
  %3407 = fsub float %3312, %3400
  %3408 = fmul float %3407, %3301
  %3409 = fadd float %3400, %3408
  %3410 = fmul float %3409, %3396
  %3411 = getelementptr i8, ptr %3340, i64 8704
  store float %3406, ptr %3411, align 4
  %3412 = getelementptr i8, ptr %3340, i64 9216
  store float %3410, ptr %3412, align 4
  %3413 = fsub float %3314, %3402
  %3414 = fmul float %3413, %3301
  %3415 = fadd float %3402, %3414
  %3416 = fmul float %3396, %3415
  %3417 = getelementptr i8, ptr %3340, i64 9728
  store float %3416, ptr %3417, align 4
  %3418 = icmp eq i64 %3339, %290
  br i1 %3418, label %1960, label %3337
3419:
  %3420 = phi i64 [ %3421, %3419 ], [ 0, %3285 ]
  %3421 = add nuw nsw i64 %3420, 1
  %3422 = getelementptr float, ptr %50, i64 %3420
  %3423 = getelementptr i8, ptr %3422, i64 13824
  %3424 = load float, ptr %3423, align 4
  %3425 = getelementptr i8, ptr %3422, i64 14336
  %3426 = load float, ptr %3425, align 4
  %3427 = fmul float %3424, %3426
  %3428 = getelementptr i8, ptr %3422, i64 6656
  %3429 = load float, ptr %3428, align 4
  %3430 = fmul float %3427, %3429
  %3431 = fmul float %3430, %210
  %3432 = getelementptr i8, ptr %3422, i64 16384
  %3433 = load float, ptr %3432, align 4
  %3434 = fmul float %3433, %3431
  %3435 = getelementptr i8, ptr %3422, i64 16896
  %3436 = load float, ptr %3435, align 4
  %3437 = fmul float %3431, %3436
  %3438 = getelementptr i8, ptr %3422, i64 8704
  store float %3434, ptr %3438, align 4
  %3439 = getelementptr i8, ptr %3422, i64 9216
  store float %3437, ptr %3439, align 4
  %3440 = getelementptr i8, ptr %3422, i64 17408
  %3441 = load float, ptr %3440, align 4
  %3442 = fmul float %3431, %3441
  %3443 = getelementptr i8, ptr %3422, i64 9728
  store float %3442, ptr %3443, align 4
  %3444 = icmp eq i64 %3421, %290
  br i1 %3444, label %1960, label %3419
3445:
  %3446 = phi i64 [ %3447, %3445 ], [ 0, %1780 ]
  %3447 = add nuw nsw i64 %3446, 1
  %3448 = getelementptr float, ptr %50, i64 %3446
  %3449 = getelementptr i8, ptr %3448, i64 8704
  store float 0.000000e+00, ptr %3449, align 4
  %3450 = getelementptr i8, ptr %3448, i64 9216
  store float 0.000000e+00, ptr %3450, align 4
  %3451 = getelementptr i8, ptr %3448, i64 9728
  store float 0.000000e+00, ptr %3451, align 4
  %3452 = icmp eq i64 %3447, %290
  br i1 %3452, label %1960, label %3445
3453:
  %3454 = phi i64 [ %3455, %3453 ], [ 0, %1960 ]
  %3455 = add nuw nsw i64 %3454, 1
  %3456 = getelementptr float, ptr %50, i64 %3454
  %3457 = getelementptr i8, ptr %3456, i64 6656
  %3458 = load float, ptr %3457, align 4
  %3459 = getelementptr i8, ptr %3456, i64 13312
  %3460 = load float, ptr %3459, align 4
  %3461 = fcmp ogt float %3460, %3458
  %3462 = select i1 %3461, float %3460, float %3458
  store float %3462, ptr %3457, align 4
  %3463 = icmp eq i64 %3455, %290
  br i1 %3463, label %1964, label %3453
3464:
  %3465 = load double, ptr %63, align 8
  %3466 = fcmp oeq double %3465, 6.000000e+00
  %3467 = load double, ptr %174, align 8
  %3468 = load double, ptr %175, align 8
  %3469 = load double, ptr %176, align 8
  %3470 = fptrunc double %3467 to float
  %3471 = fptrunc double %3468 to float
  %3472 = fptrunc double %3469 to float
  br i1 %3466, label %3473, label %3502
3473:
  %3474 = load double, ptr %145, align 8
  %3475 = fmul double %3474, 2.500000e+00
  %3476 = load double, ptr %144, align 8
  %3477 = fmul double %3476, 1.250000e+00
  %3478 = fcmp olt double %3477, 1.000000e-04
  %3479 = select i1 %3478, double 1.000000e-04, double %3477
  %3480 = fadd double %3475, %3479
  %3481 = tail call double @llvm.floor.f64(double %3480)
  %3482 = fmul double %3481, 5.000000e-01
  %3483 = fsub double %3480, %3481
  %3484 = fcmp olt double %3483, 0.000000e+00
  %3485 = select i1 %3484, double 0.000000e+00, double %3483
  %3486 = fcmp ogt double %3485, 5.000000e-01
  %3487 = select i1 %3486, double 5.000000e-01, double %3485
  %3488 = fadd double %3482, %3487
  %3489 = fsub double %3475, %3479
  %3490 = tail call double @llvm.floor.f64(double %3489)
  %3491 = fmul double %3490, 5.000000e-01
  %3492 = fsub double %3489, %3490
  %3493 = fcmp olt double %3492, 0.000000e+00
  %3494 = select i1 %3493, double 0.000000e+00, double %3492
  %3495 = fcmp ogt double %3494, 5.000000e-01
  %3496 = select i1 %3495, double 5.000000e-01, double %3494
  %3497 = fadd double %3491, %3496
  %3498 = fsub double %3488, %3497
  %3499 = fdiv double 5.000000e-01, %3479
  %3500 = fmul double %3499, %3498
  %3501 = fptrunc double %3500 to float
  br label %3502
3502:
  %3503 = phi float [ 0.000000e+00, %3473 ], [ 1.000000e+00, %3464 ]
  %3504 = phi float [ %3501, %3473 ], [ 0.000000e+00, %3464 ]
  br i1 %291, label %3505, label %3737
3505:
  %3506 = load double, ptr %177, align 8
  %3507 = fmul double %3506, 8.000000e-01
  %3508 = fptrunc double %3507 to float
  %3509 = fcmp olt float %3508, 0x3F1A36E2E0000000
  %3510 = select i1 %3509, float 0x3F1A36E2E0000000, float %3508
  %3511 = fdiv float 5.000000e-01, %3510
  br label %3512
3512:
  %3513 = phi i64 [ 0, %3505 ], [ %3514, %3512 ]
  %3514 = add nuw nsw i64 %3513, 1
  %3515 = getelementptr float, ptr %50, i64 %3513
  %3516 = getelementptr i8, ptr %3515, i64 1536
  %3517 = load float, ptr %3516, align 4
  %3518 = fmul float %3517, 0x3FF99999A0000000
  %3519 = fadd float %3510, %3518
  %3520 = tail call float @llvm.floor.f32(float %3519)
  %3521 = fmul float %3520, 0x3FD6666660000000
  %3522 = fsub float %3519, %3520
  %3523 = fcmp olt float %3522, 0.000000e+00
  %3524 = select i1 %3523, float 0.000000e+00, float %3522
  %3525 = fcmp ogt float %3524, 0x3FD6666660000000
  %3526 = select i1 %3525, float 0x3FD6666660000000, float %3524
  %3527 = fadd float %3521, %3526
  %3528 = fsub float %3518, %3510
  %3529 = tail call float @llvm.floor.f32(float %3528)
  %3530 = fmul float %3529, 0x3FD6666660000000
  %3531 = fsub float %3528, %3529
  %3532 = fcmp olt float %3531, 0.000000e+00
  %3533 = select i1 %3532, float 0.000000e+00, float %3531
  %3534 = fcmp ogt float %3533, 0x3FD6666660000000
  %3535 = select i1 %3534, float 0x3FD6666660000000, float %3533
  %3536 = fadd float %3530, %3535
  %3537 = fsub float %3527, %3536
  %3538 = fmul float %3511, %3537
  %3539 = fmul float %3503, %3538
  %3540 = fadd float %3504, %3539
  %3541 = fmul float %3540, 0x3FD6666660000000
  %3542 = fadd float %3541, 7.500000e-01
  %3543 = fmul float %3542, %3470
  %3544 = fmul float %3542, %3471
  %3545 = fmul float %3542, %3472
  %3546 = getelementptr i8, ptr %3515, i64 7168
  store float %3543, ptr %3546, align 4
  %3547 = getelementptr i8, ptr %3515, i64 7680
  store float %3544, ptr %3547, align 4
  %3548 = getelementptr i8, ptr %3515, i64 8192
  store float %3545, ptr %3548, align 4
  %3549 = getelementptr i8, ptr %3515, i64 8704
  store float 0.000000e+00, ptr %3549, align 4
  %3550 = getelementptr i8, ptr %3515, i64 9216
  store float 0.000000e+00, ptr %3550, align 4
  %3551 = getelementptr i8, ptr %3515, i64 9728
  store float 0.000000e+00, ptr %3551, align 4
  %3552 = getelementptr i8, ptr %3515, i64 6656
  store float 0.000000e+00, ptr %3552, align 4
  %3553 = icmp eq i64 %3514, %290
  br i1 %3553, label %3555, label %3512
3554:
  br i1 %291, label %3555, label %3737
3555:
  br label %3556
3556:
  %3557 = phi i64 [ %3558, %3556 ], [ 0, %3555 ]
  %3558 = add nuw nsw i64 %3557, 1
  %3559 = getelementptr float, ptr %50, i64 %3557
  %3560 = getelementptr i8, ptr %3559, i64 6656
  %3561 = load float, ptr %3560, align 4
  %3562 = getelementptr i8, ptr %3559, i64 3072
  %3563 = load float, ptr %3562, align 4
  %3564 = fcmp olt float %3563, 0.000000e+00
  %3565 = select i1 %3564, float 0.000000e+00, float %3563
  %3566 = fcmp ogt float %3565, 1.000000e+00
  %3567 = select i1 %3566, float 1.000000e+00, float %3565
  %3568 = fsub float 1.000000e+00, %3567
  %3569 = fsub float 1.000000e+00, %3561
  %3570 = fmul float %3569, %142
  %3571 = fmul float %3561, 0x3FA1EB8520000000
  %3572 = getelementptr i8, ptr %3559, i64 8704
  %3573 = load float, ptr %3572, align 4
  %3574 = getelementptr i8, ptr %3559, i64 4608
  %3575 = load float, ptr %3574, align 4
  %3576 = getelementptr i8, ptr %3559, i64 7168
  %3577 = load float, ptr %3576, align 4
  %3578 = fmul float %3570, %3577
  %3579 = fadd float %3571, %3578
  %3580 = fmul float %3575, %3579
  %3581 = fadd float %3573, %3580
  store float %3581, ptr %3572, align 4
  %3582 = getelementptr i8, ptr %3559, i64 9216
  %3583 = load float, ptr %3582, align 4
  %3584 = getelementptr i8, ptr %3559, i64 5120
  %3585 = load float, ptr %3584, align 4
  %3586 = getelementptr i8, ptr %3559, i64 7680
  %3587 = load float, ptr %3586, align 4
  %3588 = fmul float %3570, %3587
  %3589 = fadd float %3571, %3588
  %3590 = fmul float %3585, %3589
  %3591 = fadd float %3583, %3590
  store float %3591, ptr %3582, align 4
  %3592 = getelementptr i8, ptr %3559, i64 9728
  %3593 = load float, ptr %3592, align 4
  %3594 = getelementptr i8, ptr %3559, i64 5632
  %3595 = load float, ptr %3594, align 4
  %3596 = getelementptr i8, ptr %3559, i64 8192
  %3597 = load float, ptr %3596, align 4
  %3598 = fmul float %3570, %3597
  %3599 = fadd float %3571, %3598
  %3600 = fmul float %3595, %3599
  %3601 = fadd float %3593, %3600
  store float %3601, ptr %3592, align 4
  %3602 = fmul float %3568, %3568
  %3603 = fmul float %3568, %3602
  %3604 = fmul float %3568, %3603
  %3605 = select i1 %139, float %3603, float %3604
  %3606 = fmul float %270, %3605
  %3607 = fadd float %143, %3606
  %3608 = fmul float %3561, %3607
  %3609 = getelementptr i8, ptr %3559, i64 10240
  store float %3608, ptr %3609, align 4
  %3610 = icmp eq i64 %3558, %290
  br i1 %3610, label %3737, label %3556
3611:
  store ptr null, ptr %0, align 8
  ret void
3612:
  %3613 = phi i64 [ 0, %292 ], [ %3614, %3612 ]
  %3614 = add nuw nsw i64 %3613, 1
  %3615 = add nsw i64 %3613, %283
  %3616 = tail call i64 @llvm.smin.i64(i64 %293, i64 %3615)
  %3617 = icmp slt i64 %3616, 0
  %3618 = select i1 %3617, i64 %49, i64 0
  %3619 = getelementptr float, ptr %48, i64 %3616
  %3620 = getelementptr float, ptr %3619, i64 %3618
  %3621 = load float, ptr %3620, align 4
  %3622 = icmp slt i64 %3616, -128
  %3623 = select i1 %3622, i64 %49, i64 0
  %3624 = getelementptr i8, ptr %3619, i64 512
  %3625 = getelementptr float, ptr %3624, i64 %3623
  %3626 = load float, ptr %3625, align 4
  %3627 = getelementptr float, ptr %50, i64 %3613
  store float %3621, ptr %3627, align 4
  %3628 = getelementptr i8, ptr %3627, i64 512
  store float %3626, ptr %3628, align 4
  %3629 = icmp slt i64 %3616, -256
  %3630 = select i1 %3629, i64 %49, i64 0
  %3631 = getelementptr i8, ptr %3619, i64 1024
  %3632 = getelementptr float, ptr %3631, i64 %3630
  %3633 = load float, ptr %3632, align 4
  %3634 = getelementptr i8, ptr %3627, i64 1024
  store float %3633, ptr %3634, align 4
  %3635 = icmp eq i64 %3614, %290
  br i1 %3635, label %294, label %3612
3636:
  %3637 = load double, ptr %122, align 8
  %3638 = fptrunc double %3637 to float
  %3639 = load double, ptr %136, align 8
  %3640 = fptrunc double %3639 to float
  %3641 = load double, ptr %137, align 8
  %3642 = fptrunc double %3641 to float
  %3643 = load double, ptr %138, align 8
  %3644 = fptrunc double %3643 to float
  %3645 = fmul float %3638, 0x3FD3333340000000
  %3646 = fsub float -4.000000e+00, %3645
  %3647 = fmul float %3638, 0x3FF6666660000000
  %3648 = fadd float %3647, 6.000000e+00
  %3649 = load double, ptr %121, align 8
  %3650 = fptrunc double %3649 to float
  %3651 = fadd float %3650, 0xBFF3333340000000
  %3652 = fadd float %3650, 0x3FFCCCCCC0000000
  %3653 = fsub float %3652, %3651
  %3654 = fdiv float 1.000000e+00, %3653
  %3655 = fsub float %3648, %3646
  %3656 = fdiv float 1.000000e+00, %3655
  br label %3657
3657:
  %3658 = phi i64 [ 0, %3636 ], [ %3659, %3657 ]
  %3659 = add nuw nsw i64 %3658, 1
  %3660 = getelementptr float, ptr %50, i64 %3658
  %3661 = getelementptr i8, ptr %3660, i64 1536
  %3662 = load float, ptr %3661, align 4
  %3663 = fsub float %3662, %3651
  %3664 = fmul float %3654, %3663
  %3665 = fcmp olt float %3664, 0.000000e+00
  %3666 = select i1 %3665, float 0.000000e+00, float %3664
  %3667 = fcmp ogt float %3666, 1.000000e+00
  %3668 = select i1 %3667, float 1.000000e+00, float %3666
  %3669 = fmul float %3668, %3668
  %3670 = fmul float %3668, 2.000000e+00
  %3671 = fsub float 3.000000e+00, %3670
  %3672 = fmul float %3669, %3671
  %3673 = fmul float %3672, %125
  %3674 = fsub float %3662, %3646
  %3675 = fmul float %3656, %3674
  %3676 = fcmp olt float %3675, 0.000000e+00
  %3677 = select i1 %3676, float 0.000000e+00, float %3675
  %3678 = fcmp ogt float %3677, 1.000000e+00
  %3679 = select i1 %3678, float 1.000000e+00, float %3677
  %3680 = fmul float %3679, %3679
  %3681 = fmul float %3679, 2.000000e+00
  %3682 = fsub float 3.000000e+00, %3681
  %3683 = fmul float %3680, %3682
  %3684 = fmul float %3683, 0x3FDAE147A0000000
  %3685 = fadd float %3684, 0x3FD3333340000000
  %3686 = fmul float %3662, 0xBF9D8BE060000000
  %3687 = fcmp olt float %3686, -1.260000e+02
  %3688 = select i1 %3687, float -1.260000e+02, float %3686
  %3689 = fcmp ogt float %3688, 1.260000e+02
  %3690 = select i1 %3689, float 1.260000e+02, float %3688
  %3691 = fadd float %3690, 5.000000e-01
  %3692 = tail call float @llvm.floor.f32(float %3691)
  %3693 = fsub float %3690, %3692
  %3694 = fmul float %3693, 0x3F83C6E5C0000000
  %3695 = fadd float %3694, 0x3FAC96D5E0000000
  %3696 = fmul float %3693, %3695
  %3697 = fadd float %3696, 0x3FCEBFB3E0000000
  %3698 = fmul float %3693, %3697
  %3699 = fadd float %3698, 0x3FE62E2D20000000
  %3700 = fmul float %3693, %3699
  %3701 = fadd float %3700, 1.000000e+00
  %3702 = fptosi float %3692 to i32
  %3703 = shl i32 %3702, 23
  %3704 = add i32 %3703, 1065353216
  %3705 = bitcast i32 %3704 to float
  %3706 = fmul float %3701, %3705
  %3707 = fmul float %3706, %3706
  %3708 = fmul float %3707, 7.500000e-01
  %3709 = fmul float %3707, %3708
  %3710 = fadd float %3709, 0x3FB99999A0000000
  %3711 = fmul float %3710, %126
  %3712 = fmul float %3706, %3711
  %3713 = getelementptr i8, ptr %3660, i64 6144
  store float %3712, ptr %3713, align 4
  %3714 = fmul float %3673, %127
  %3715 = fmul float %3685, %130
  %3716 = fadd float %3714, %3715
  %3717 = fadd float %3716, %133
  %3718 = fmul float %3712, %3640
  %3719 = fadd float %3717, %3718
  %3720 = getelementptr i8, ptr %3660, i64 4608
  store float %3719, ptr %3720, align 4
  %3721 = fmul float %3673, %128
  %3722 = fmul float %3685, %131
  %3723 = fadd float %3721, %3722
  %3724 = fadd float %3723, %134
  %3725 = fmul float %3712, %3642
  %3726 = fadd float %3724, %3725
  %3727 = getelementptr i8, ptr %3660, i64 5120
  store float %3726, ptr %3727, align 4
  %3728 = fmul float %3673, %129
  %3729 = fmul float %3685, %132
  %3730 = fadd float %3728, %3729
  %3731 = fadd float %3730, %135
  %3732 = fmul float %3712, %3644
  %3733 = fadd float %3731, %3732
  %3734 = getelementptr i8, ptr %3660, i64 5632
  store float %3733, ptr %3734, align 4
  %3735 = icmp eq i64 %3659, %290
  br i1 %3735, label %3736, label %3657
3736:
  br i1 %284, label %390, label %1457
3737:
  %3738 = load double, ptr %122, align 8
  %3739 = load double, ptr %144, align 8
  %3740 = fmul double %3738, 6.000000e-01
  %3741 = fptrunc double %3740 to float
  %3742 = fmul double %3738, 1.500000e+00
  %3743 = fadd double %3742, 4.000000e+00
  %3744 = fptrunc double %3743 to float
  %3745 = fmul double %3739, 2.000000e-01
  %3746 = fptrunc double %3745 to float
  %3747 = fsub double 1.000000e+00, %3739
  %3748 = fcmp olt double %3747, 0.000000e+00
  %3749 = select i1 %3748, double 0.000000e+00, double %3747
  %3750 = fmul double %3749, 3.500000e-02
  %3751 = fptrunc double %3750 to float
  %3752 = load double, ptr %146, align 8
  %3753 = fptrunc double %3752 to float
  %3754 = load double, ptr %136, align 8
  %3755 = fmul double %3754, 3.000000e-01
  %3756 = fptrunc double %3755 to float
  %3757 = load double, ptr %137, align 8
  %3758 = fmul double %3757, 3.000000e-01
  %3759 = fptrunc double %3758 to float
  %3760 = load double, ptr %138, align 8
  %3761 = fmul double %3760, 3.000000e-01
  %3762 = fptrunc double %3761 to float
  br i1 %291, label %3763, label %3884
3763:
  %3764 = load double, ptr %145, align 8
  %3765 = fdiv double %3764, 1.500000e+00
  %3766 = fptosi double %3765 to i32
  %3767 = mul i32 %3766, 374761393
  %3768 = add i32 %3767, %272
  br label %3775
3769:
  %3770 = fsub float %3744, %3741
  %3771 = fdiv float 1.000000e+00, %3770
  %3772 = fcmp olt float %3746, 0x3F1A36E2E0000000
  %3773 = select i1 %3772, float 0x3F1A36E2E0000000, float %3746
  %3774 = fdiv float 5.000000e-01, %3773
  br label %3803
3775:
  %3776 = phi i64 [ 0, %3763 ], [ %3777, %3775 ]
  %3777 = add nuw nsw i64 %3776, 1
  %3778 = getelementptr float, ptr %50, i64 %3776
  %3779 = getelementptr i8, ptr %3778, i64 1536
  %3780 = load float, ptr %3779, align 4
  %3781 = fmul float %3780, 0x3FD06906A0000000
  %3782 = fptosi float %3781 to i32
  %3783 = getelementptr i8, ptr %3778, i64 2560
  %3784 = load float, ptr %3783, align 4
  %3785 = mul i32 %3782, 668265263
  %3786 = add i32 %3768, %3785
  %3787 = lshr i32 %3786, 15
  %3788 = xor i32 %3787, %3786
  %3789 = mul i32 %3788, -2048144777
  %3790 = lshr i32 %3789, 13
  %3791 = xor i32 %3790, %3789
  %3792 = mul i32 %3791, -1028477379
  %3793 = lshr i32 %3792, 24
  %3794 = lshr i32 %3792, 8
  %3795 = xor i32 %3793, %3794
  %3796 = uitofp i32 %3795 to float
  %3797 = fmul float %3796, 0x3E70000000000000
  %3798 = fadd float %3797, -5.000000e-01
  %3799 = fmul float %3798, %3751
  %3800 = fadd float %3784, %3799
  %3801 = getelementptr i8, ptr %3778, i64 10752
  store float %3800, ptr %3801, align 4
  %3802 = icmp eq i64 %3777, %290
  br i1 %3802, label %3769, label %3775
3803:
  %3804 = phi i64 [ 0, %3769 ], [ %3805, %3803 ]
  %3805 = add nuw nsw i64 %3804, 1
  %3806 = getelementptr float, ptr %50, i64 %3804
  %3807 = getelementptr i8, ptr %3806, i64 1536
  %3808 = load float, ptr %3807, align 4
  %3809 = getelementptr i8, ptr %3806, i64 10752
  %3810 = load float, ptr %3809, align 4
  %3811 = getelementptr i8, ptr %3806, i64 3072
  %3812 = load float, ptr %3811, align 4
  %3813 = fcmp olt float %3812, 0x3FAEB851E0000000
  %3814 = select i1 %3813, float 0x3FAEB851E0000000, float %3812
  %3815 = fdiv float %3810, %3814
  %3816 = fmul float %3815, 2.400000e+01
  %3817 = fadd float %3808, %3816
  %3818 = fsub float %3817, %3741
  %3819 = fmul float %3771, %3818
  %3820 = fcmp olt float %3819, 0.000000e+00
  %3821 = select i1 %3820, float 0.000000e+00, float %3819
  %3822 = fcmp ogt float %3821, 1.000000e+00
  %3823 = select i1 %3822, float 1.000000e+00, float %3821
  %3824 = fmul float %3823, %3823
  %3825 = fmul float %3823, 2.000000e+00
  %3826 = fsub float 3.000000e+00, %3825
  %3827 = fmul float %3824, %3826
  %3828 = fmul float %3817, 0x3FD147AE20000000
  %3829 = fadd float %3773, %3828
  %3830 = tail call float @llvm.floor.f32(float %3829)
  %3831 = fmul float %3830, 5.000000e-01
  %3832 = fsub float %3829, %3830
  %3833 = fcmp olt float %3832, 0.000000e+00
  %3834 = select i1 %3833, float 0.000000e+00, float %3832
  %3835 = fcmp ogt float %3834, 5.000000e-01
  %3836 = select i1 %3835, float 5.000000e-01, float %3834
  %3837 = fadd float %3831, %3836
  %3838 = fsub float %3828, %3773
  %3839 = tail call float @llvm.floor.f32(float %3838)
  %3840 = fmul float %3839, 5.000000e-01
  %3841 = fsub float %3838, %3839
  %3842 = fcmp olt float %3841, 0.000000e+00
  %3843 = select i1 %3842, float 0.000000e+00, float %3841
  %3844 = fcmp ogt float %3843, 5.000000e-01
  %3845 = select i1 %3844, float 5.000000e-01, float %3843
  %3846 = fadd float %3840, %3845
  %3847 = fsub float %3837, %3846
  %3848 = fmul float %3774, %3847
  %3849 = fmul float %3848, 5.000000e-01
  %3850 = fmul float %3849, %3753
  %3851 = fadd float %3850, 7.500000e-01
  %3852 = getelementptr i8, ptr %3806, i64 10240
  %3853 = load float, ptr %3852, align 4
  %3854 = fcmp ogt float %3853, 0x3F70624DE0000000
  %3855 = select i1 %3854, float %3853, float 0.000000e+00
  %3856 = fmul float %3827, %3855
  %3857 = getelementptr i8, ptr %3806, i64 11264
  store float %3856, ptr %3857, align 4
  %3858 = fsub float 1.000000e+00, %3827
  %3859 = fmul float %3858, %3855
  %3860 = getelementptr i8, ptr %3806, i64 8704
  %3861 = load float, ptr %3860, align 4
  %3862 = fmul float %3851, %150
  %3863 = getelementptr i8, ptr %3806, i64 6144
  %3864 = load float, ptr %3863, align 4
  %3865 = fmul float %3864, %3756
  %3866 = fadd float %3862, %3865
  %3867 = fmul float %3859, %3866
  %3868 = fadd float %3861, %3867
  store float %3868, ptr %3860, align 4
  %3869 = getelementptr i8, ptr %3806, i64 9216
  %3870 = load float, ptr %3869, align 4
  %3871 = fmul float %3851, %154
  %3872 = fmul float %3864, %3759
  %3873 = fadd float %3871, %3872
  %3874 = fmul float %3859, %3873
  %3875 = fadd float %3870, %3874
  store float %3875, ptr %3869, align 4
  %3876 = getelementptr i8, ptr %3806, i64 9728
  %3877 = load float, ptr %3876, align 4
  %3878 = fmul float %3851, %158
  %3879 = fmul float %3864, %3762
  %3880 = fadd float %3878, %3879
  %3881 = fmul float %3859, %3880
  %3882 = fadd float %3877, %3881
  store float %3882, ptr %3876, align 4
  %3883 = icmp eq i64 %3805, %290
  br i1 %3883, label %3884, label %3803
3884:
  %3885 = load double, ptr %159, align 8
  %3886 = fmul double %3885, 0x3FC45F306DC9C883
  %3887 = fadd double %3886, 5.000000e-01
  %3888 = fmul double %3887, %162
  %3889 = fptosi double %3888 to i64
  %3890 = sitofp i64 %3889 to double
  %3891 = fsub double %3888, %3890
  %3892 = fptrunc double %3891 to float
  br i1 %163, label %3986, label %3972
3893:
  %3894 = getelementptr i8, ptr %3999, i64 10752
  %3895 = load float, ptr %3894, align 4
  %3896 = fcmp olt float %3895, 0.000000e+00
  %3897 = select i1 %3896, float 0.000000e+00, float %3895
  %3898 = fcmp ogt float %3897, 0x3FEFF7CEE0000000
  %3899 = select i1 %3898, float 0x3FEFF7CEE0000000, float %3897
  %3900 = fmul float %3899, %161
  %3901 = fptosi float %3900 to i64
  %3902 = tail call float @llvm.floor.f32(float %3900)
  %3903 = fsub float %3900, %3902
  %3904 = fsub float 1.000000e+00, %3903
  %3905 = fmul float %4001, %3904
  %3906 = fmul float %4001, %3903
  %3907 = fmul float %3991, %3905
  %3908 = fmul float %3905, %3892
  %3909 = fmul float %3991, %3906
  %3910 = fmul float %3906, %3892
  %3911 = mul i64 %273, %3901
  %3912 = getelementptr float, ptr %4, i64 %3911
  %3913 = add i64 %3901, 1
  %3914 = mul i64 %3913, %273
  %3915 = getelementptr float, ptr %4, i64 %3914
  %3916 = getelementptr i8, ptr %3999, i64 8704
  %3917 = load float, ptr %3916, align 4
  %3918 = getelementptr float, ptr %3912, i64 %3987
  %3919 = load float, ptr %3918, align 4
  %3920 = fmul float %3907, %3919
  %3921 = getelementptr float, ptr %3912, i64 %3988
  %3922 = load float, ptr %3921, align 4
  %3923 = fmul float %3908, %3922
  %3924 = fadd float %3920, %3923
  %3925 = getelementptr float, ptr %3915, i64 %3987
  %3926 = load float, ptr %3925, align 4
  %3927 = fmul float %3909, %3926
  %3928 = fadd float %3924, %3927
  %3929 = getelementptr float, ptr %3915, i64 %3988
  %3930 = load float, ptr %3929, align 4
  %3931 = fmul float %3910, %3930
  %3932 = fadd float %3928, %3931
  %3933 = fadd float %3917, %3932
  store float %3933, ptr %3916, align 4
  %3934 = getelementptr i8, ptr %3999, i64 9216
  %3935 = load float, ptr %3934, align 4
  %3936 = getelementptr float, ptr %3912, i64 %3992
  %3937 = load float, ptr %3936, align 4
  %3938 = fmul float %3907, %3937
  %3939 = getelementptr float, ptr %3912, i64 %3993
  %3940 = load float, ptr %3939, align 4
  %3941 = fmul float %3908, %3940
  %3942 = fadd float %3938, %3941
  %3943 = getelementptr float, ptr %3915, i64 %3992
  %3944 = load float, ptr %3943, align 4
  %3945 = fmul float %3909, %3944
  %3946 = fadd float %3942, %3945
  %3947 = getelementptr float, ptr %3915, i64 %3993
  %3948 = load float, ptr %3947, align 4
  %3949 = fmul float %3910, %3948
  %3950 = fadd float %3946, %3949
  %3951 = fadd float %3935, %3950
  store float %3951, ptr %3934, align 4
  %3952 = getelementptr i8, ptr %3999, i64 9728
  %3953 = load float, ptr %3952, align 4
  %3954 = getelementptr float, ptr %3912, i64 %3994
  %3955 = load float, ptr %3954, align 4
  %3956 = fmul float %3907, %3955
  %3957 = getelementptr float, ptr %3912, i64 %3995
  %3958 = load float, ptr %3957, align 4
  %3959 = fmul float %3908, %3958
  %3960 = fadd float %3956, %3959
  %3961 = getelementptr float, ptr %3915, i64 %3994
  %3962 = load float, ptr %3961, align 4
  %3963 = fmul float %3909, %3962
  %3964 = fadd float %3960, %3963
  %3965 = getelementptr float, ptr %3915, i64 %3995
  %3966 = load float, ptr %3965, align 4
  %3967 = fmul float %3910, %3966
  %3968 = fadd float %3964, %3967
  %3969 = fadd float %3953, %3968
  store float %3969, ptr %3952, align 4
  br label %3970
3970:
  %3971 = icmp eq i64 %286, %3998
  br i1 %3971, label %4003, label %3996
3972:
  %3973 = srem i64 %3889, %6
  %3974 = xor i64 %3973, %6
  %3975 = icmp slt i64 %3974, 0
  %3976 = select i1 %3975, i64 %6, i64 0
  %3977 = add i64 %3976, %3973
  %3978 = mul i64 %3977, %7
  %3979 = add nsw i64 %3889, 1
  %3980 = srem i64 %3979, %6
  %3981 = xor i64 %3980, %6
  %3982 = icmp slt i64 %3981, 0
  %3983 = select i1 %3982, i64 %6, i64 0
  %3984 = add i64 %3983, %3980
  %3985 = mul i64 %3984, %7
  br label %3986
3986:
  %3987 = phi i64 [ %3978, %3972 ], [ 0, %3884 ]
  %3988 = phi i64 [ %3985, %3972 ], [ 0, %3884 ]
  %3989 = icmp slt i64 %286, 1
  br i1 %3989, label %4104, label %3990
3990:
  %3991 = fsub float 1.000000e+00, %3892
  %3992 = add i64 %3987, 1
  %3993 = add i64 %3988, 1
  %3994 = add i64 %3987, 2
  %3995 = add i64 %3988, 2
  br label %3996
3996:
  %3997 = phi i64 [ 0, %3990 ], [ %3998, %3970 ]
  %3998 = add nuw nsw i64 %3997, 1
  %3999 = getelementptr float, ptr %50, i64 %3997
  %4000 = getelementptr i8, ptr %3999, i64 11264
  %4001 = load float, ptr %4000, align 4
  %4002 = fcmp ugt float %4001, 0.000000e+00
  br i1 %4002, label %3893, label %3970
4003:
  %4004 = load double, ptr %166, align 8
  %4005 = fmul double %169, %4004
  %4006 = fptosi double %4005 to i64
  %4007 = tail call i64 @llvm.smax.i64(i64 %4006, i64 0)
  %4008 = tail call i64 @llvm.smin.i64(i64 %170, i64 %4007)
  %4009 = add i64 %4008, %274
  %4010 = mul i64 %4009, %41
  %4011 = getelementptr double, ptr %38, i64 %4010
  br label %4012
4012:
  %4013 = phi i64 [ 0, %4003 ], [ %4014, %4012 ]
  %4014 = add nuw nsw i64 %4013, 1
  %4015 = getelementptr float, ptr %50, i64 %4013
  %4016 = load float, ptr %4015, align 4
  %4017 = fptosi float %4016 to i64
  %4018 = getelementptr i8, ptr %4015, i64 4096
  %4019 = load float, ptr %4018, align 4
  %4020 = getelementptr i8, ptr %4015, i64 1024
  %4021 = load float, ptr %4020, align 4
  %4022 = getelementptr i8, ptr %4015, i64 2560
  %4023 = load float, ptr %4022, align 4
  %4024 = fmul float %4023, 2.000000e+00
  %4025 = fcmp olt float %4024, 0.000000e+00
  %4026 = select i1 %4025, float 0.000000e+00, float %4024
  %4027 = fcmp ogt float %4026, 0x3FEFF7CEE0000000
  %4028 = select i1 %4027, float 0x3FEFF7CEE0000000, float %4026
  %4029 = fmul float %4028, %165
  %4030 = fptosi float %4029 to i64
  %4031 = tail call float @llvm.floor.f32(float %4029)
  %4032 = fsub float %4029, %4031
  %4033 = getelementptr i8, ptr %4015, i64 3584
  %4034 = load float, ptr %4033, align 4
  %4035 = add i64 %4030, 1
  %4036 = fsub float 1.000000e+00, %4034
  %4037 = fsub float 1.000000e+00, %4032
  %4038 = fmul float %4037, %4036
  %4039 = fmul float %4032, %4036
  %4040 = mul i64 %275, %4030
  %4041 = getelementptr double, ptr %4011, i64 %4040
  %4042 = load double, ptr %4041, align 8
  %4043 = fptrunc double %4042 to float
  %4044 = fmul float %4038, %4043
  %4045 = mul i64 %4035, %275
  %4046 = getelementptr double, ptr %4011, i64 %4045
  %4047 = load double, ptr %4046, align 8
  %4048 = fptrunc double %4047 to float
  %4049 = fmul float %4039, %4048
  %4050 = fadd float %4044, %4049
  %4051 = fmul float %4019, %171
  %4052 = fmul float %4051, %4036
  %4053 = fadd float %4052, %4050
  %4054 = getelementptr i8, ptr %4041, i64 8
  %4055 = load double, ptr %4054, align 8
  %4056 = fptrunc double %4055 to float
  %4057 = fmul float %4038, %4056
  %4058 = getelementptr i8, ptr %4046, i64 8
  %4059 = load double, ptr %4058, align 8
  %4060 = fptrunc double %4059 to float
  %4061 = fmul float %4039, %4060
  %4062 = fadd float %4057, %4061
  %4063 = fmul float %4019, %172
  %4064 = fmul float %4063, %4036
  %4065 = fadd float %4064, %4062
  %4066 = getelementptr i8, ptr %4041, i64 16
  %4067 = load double, ptr %4066, align 8
  %4068 = fptrunc double %4067 to float
  %4069 = fmul float %4038, %4068
  %4070 = getelementptr i8, ptr %4046, i64 16
  %4071 = load double, ptr %4070, align 8
  %4072 = fptrunc double %4071 to float
  %4073 = fmul float %4039, %4072
  %4074 = fadd float %4069, %4073
  %4075 = fmul float %4019, %173
  %4076 = fmul float %4075, %4036
  %4077 = fadd float %4076, %4074
  %4078 = mul i64 %279, %4017
  %4079 = getelementptr float, ptr %281, i64 %4078
  %4080 = load float, ptr %4079, align 4
  %4081 = getelementptr i8, ptr %4015, i64 8704
  %4082 = load float, ptr %4081, align 4
  %4083 = fmul float %4034, %4082
  %4084 = fadd float %4053, %4083
  %4085 = fmul float %4021, %4084
  %4086 = fadd float %4080, %4085
  store float %4086, ptr %4079, align 4
  %4087 = getelementptr i8, ptr %4079, i64 4
  %4088 = load float, ptr %4087, align 4
  %4089 = getelementptr i8, ptr %4015, i64 9216
  %4090 = load float, ptr %4089, align 4
  %4091 = fmul float %4034, %4090
  %4092 = fadd float %4065, %4091
  %4093 = fmul float %4021, %4092
  %4094 = fadd float %4088, %4093
  store float %4094, ptr %4087, align 4
  %4095 = getelementptr i8, ptr %4079, i64 8
  %4096 = load float, ptr %4095, align 4
  %4097 = getelementptr i8, ptr %4015, i64 9728
  %4098 = load float, ptr %4097, align 4
  %4099 = fmul float %4034, %4098
  %4100 = fadd float %4077, %4099
  %4101 = fmul float %4021, %4100
  %4102 = fadd float %4096, %4101
  store float %4102, ptr %4095, align 4
  %4103 = icmp eq i64 %286, %4014
  br i1 %4103, label %4104, label %4012
4104:
  %4105 = icmp slt i64 %285, %57
  br i1 %4105, label %282, label %3611
}
define internal fastcc void @2(ptr noalias %0, ptr %1, i64 %2, ptr %3, i64 %4, ptr %5, i64 %6, ptr %7, i64 %8, i64 %9, double %10, double %11, double %12, double %13, double %14, double %15, double %16, double %17, double %18, double %19, double %20, double %21, double %22, double %23, double %24, double %25, double %26, double %27, double %28, double %29, double %30, double %31, double %32, double %33, double %34, double %35, double %36, ptr %37, i64 %38, i64 %39, ptr %40, i64 %41, i64 %42, i64 %43, ptr %44, i64 %45, i64 %46, ptr %47, i64 %48, i64 %49, ptr %50, i64 %51) {
  %53 = icmp eq i64 %2, 0
  br i1 %53, label %54, label %55
54:
  store ptr null, ptr %0, align 8
  ret void
55:
  %56 = sitofp i64 %48 to double
  %57 = fdiv double 1.000000e+00, %35
  %58 = fptrunc double %57 to float
  %59 = fmul double %56, 5.000000e-01
  %60 = fptrunc double %59 to float
  %61 = fptrunc double %36 to float
  %62 = fptrunc double %33 to float
  %63 = fptrunc double %34 to float
  %64 = fptrunc double %31 to float
  %65 = fptrunc double %32 to float
  %66 = fptrunc double %28 to float
  %67 = fptrunc double %29 to float
  %68 = fptrunc double %30 to float
  %69 = fptrunc double %25 to float
  %70 = fmul float %69, 0xBFF7154760000000
  %71 = tail call i64 @llvm.smax.i64(i64 %2, i64 0)
  %72 = icmp eq i64 %71, 0
  br i1 %72, label %489, label %73
73:
  %74 = fmul float %58, 0x3F947AE140000000
  br label %75
75:
  %76 = phi i64 [ 0, %73 ], [ %77, %75 ]
  %77 = add nuw nsw i64 %76, 1
  %78 = getelementptr float, ptr %1, i64 %76
  %79 = getelementptr i8, ptr %78, i64 1024
  %80 = load float, ptr %79, align 4
  %81 = fsub float %80, %60
  %82 = fmul float %81, %58
  %83 = getelementptr i8, ptr %78, i64 1536
  %84 = load float, ptr %83, align 4
  %85 = fsub float %84, %61
  %86 = fmul float %85, %58
  %87 = fmul float %82, %64
  %88 = fadd float %87, %62
  %89 = fmul float %82, %65
  %90 = fadd float %89, %63
  %91 = fmul float %82, %82
  %92 = fadd float %91, 1.000000e+00
  %93 = fmul float %86, %86
  %94 = fadd float %92, %93
  %95 = tail call float @llvm.sqrt.f32(float %94)
  %96 = fcmp ogt float %74, %86
  %97 = select i1 %96, float %74, float %86
  %98 = fdiv float %67, %97
  %99 = fcmp olt float %98, 0x3FA99999A0000000
  %100 = select i1 %99, float 0x3FA99999A0000000, float %98
  %101 = fcmp ogt float %100, 5.400000e+03
  %102 = select i1 %101, float 5.400000e+03, float %100
  %103 = fmul float %88, %88
  %104 = fmul float %90, %90
  %105 = fadd float %103, %104
  %106 = tail call float @llvm.sqrt.f32(float %105)
  %107 = fdiv float %88, %106
  %108 = fdiv float %90, %106
  %109 = fmul float %102, 5.000000e-01
  %110 = fmul float %109, %58
  %111 = fcmp olt float %86, 0x3F1A36E2E0000000
  %112 = select i1 %111, float 0x3F1A36E2E0000000, float %86
  %113 = fdiv float %110, %112
  %114 = tail call float @llvm.fabs.f32(float %108)
  %115 = fmul float %110, %114
  %116 = tail call float @llvm.fabs.f32(float %107)
  %117 = fmul float %113, %116
  %118 = fadd float %115, %117
  %119 = fmul float %110, %116
  %120 = fmul float %113, %114
  %121 = fadd float %119, %120
  %122 = fmul float %88, %102
  %123 = fadd float %122, %66
  %124 = fmul float %90, %102
  %125 = fadd float %124, %68
  %126 = getelementptr i8, ptr %78, i64 2560
  store float %102, ptr %126, align 4
  %127 = getelementptr i8, ptr %78, i64 3072
  store float %123, ptr %127, align 4
  %128 = getelementptr i8, ptr %78, i64 3584
  store float %125, ptr %128, align 4
  %129 = getelementptr i8, ptr %78, i64 4096
  store float %107, ptr %129, align 4
  %130 = getelementptr i8, ptr %78, i64 4608
  store float %108, ptr %130, align 4
  %131 = fcmp ogt float %121, %118
  %132 = select i1 %131, float %121, float %118
  %133 = getelementptr i8, ptr %78, i64 5120
  store float %118, ptr %133, align 4
  %134 = getelementptr i8, ptr %78, i64 5632
  store float %121, ptr %134, align 4
  %135 = getelementptr i8, ptr %78, i64 6144
  store float %132, ptr %135, align 4
  %136 = fdiv float %86, %95
  %137 = getelementptr i8, ptr %78, i64 6656
  store float %136, ptr %137, align 4
  %138 = fmul float %70, %102
  %139 = fmul float %138, %95
  %140 = fcmp olt float %139, -1.260000e+02
  %141 = select i1 %140, float -1.260000e+02, float %139
  %142 = fcmp ogt float %141, 1.260000e+02
  %143 = select i1 %142, float 1.260000e+02, float %141
  %144 = fadd float %143, 5.000000e-01
  %145 = tail call float @llvm.floor.f32(float %144)
  %146 = fsub float %143, %145
  %147 = fmul float %146, 0x3F83C6E5C0000000
  %148 = fadd float %147, 0x3FAC96D5E0000000
  %149 = fmul float %146, %148
  %150 = fadd float %149, 0x3FCEBFB3E0000000
  %151 = fmul float %146, %150
  %152 = fadd float %151, 0x3FE62E2D20000000
  %153 = fmul float %146, %152
  %154 = fadd float %153, 1.000000e+00
  %155 = fptosi float %145 to i32
  %156 = shl i32 %155, 23
  %157 = add i32 %156, 1065353216
  %158 = bitcast i32 %157 to float
  %159 = fmul float %154, %158
  %160 = fadd float %102, -8.370000e+02
  %161 = fmul float %160, 0x3F5FF00800000000
  %162 = fcmp olt float %161, 0.000000e+00
  %163 = select i1 %162, float 0.000000e+00, float %161
  %164 = fcmp ogt float %163, 1.000000e+00
  %165 = select i1 %164, float 1.000000e+00, float %163
  %166 = fmul float %165, %165
  %167 = fmul float %165, 2.000000e+00
  %168 = fsub float 3.000000e+00, %167
  %169 = fmul float %166, %168
  %170 = fsub float 1.000000e+00, %169
  %171 = fmul float %170, %159
  %172 = getelementptr i8, ptr %78, i64 7168
  store float %171, ptr %172, align 4
  %173 = icmp eq i64 %2, %77
  br i1 %173, label %1812, label %75
174:
  %175 = fptrunc double %24 to float
  br label %176
176:
  %177 = phi i64 [ %178, %176 ], [ 0, %174 ]
  %178 = add nuw nsw i64 %177, 1
  %179 = getelementptr float, ptr %1, i64 %177
  %180 = getelementptr i8, ptr %179, i64 3072
  %181 = load float, ptr %180, align 4
  %182 = getelementptr i8, ptr %179, i64 3584
  %183 = load float, ptr %182, align 4
  %184 = fmul float %181, 0x3FE3333340000000
  %185 = fadd float %184, 4.000000e+01
  %186 = fmul float %183, 2.500000e-01
  %187 = tail call float @llvm.floor.f32(float %185)
  %188 = tail call float @llvm.floor.f32(float %186)
  %189 = fptosi float %187 to i32
  %190 = mul i32 %189, 374761393
  %191 = fptosi float %188 to i32
  %192 = mul i32 %191, 668265263
  %193 = add i32 %192, 668265263
  %194 = fsub float %185, %187
  %195 = fsub float %186, %188
  %196 = fmul float %194, %194
  %197 = fmul float %194, %196
  %198 = fmul float %194, 6.000000e+00
  %199 = fadd float %198, -1.500000e+01
  %200 = fmul float %194, %199
  %201 = fadd float %200, 1.000000e+01
  %202 = fmul float %197, %201
  %203 = fmul float %195, %195
  %204 = fmul float %195, %203
  %205 = fmul float %195, 6.000000e+00
  %206 = fadd float %205, -1.500000e+01
  %207 = fmul float %195, %206
  %208 = fadd float %207, 1.000000e+01
  %209 = fmul float %204, %208
  %210 = add i32 %190, 794710968
  %211 = add i32 %210, %192
  %212 = lshr i32 %211, 15
  %213 = xor i32 %212, %211
  %214 = mul i32 %213, -2048144777
  %215 = lshr i32 %214, 13
  %216 = xor i32 %215, %214
  %217 = mul i32 %216, -1028477379
  %218 = lshr i32 %217, 24
  %219 = lshr i32 %217, 8
  %220 = xor i32 %218, %219
  %221 = uitofp i32 %220 to float
  %222 = fmul float %221, 0x3E70000000000000
  %223 = add i32 %190, 1169472361
  %224 = add i32 %223, %192
  %225 = lshr i32 %224, 15
  %226 = xor i32 %225, %224
  %227 = mul i32 %226, -2048144777
  %228 = lshr i32 %227, 13
  %229 = xor i32 %228, %227
  %230 = mul i32 %229, -1028477379
  %231 = lshr i32 %230, 24
  %232 = lshr i32 %230, 8
  %233 = xor i32 %231, %232
  %234 = uitofp i32 %233 to float
  %235 = fmul float %234, 0x3E70000000000000
  %236 = add i32 %210, %193
  %237 = lshr i32 %236, 15
  %238 = xor i32 %237, %236
  %239 = mul i32 %238, -2048144777
  %240 = lshr i32 %239, 13
  %241 = xor i32 %240, %239
  %242 = mul i32 %241, -1028477379
  %243 = lshr i32 %242, 24
  %244 = lshr i32 %242, 8
  %245 = xor i32 %243, %244
  %246 = uitofp i32 %245 to float
  %247 = fmul float %246, 0x3E70000000000000
  %248 = add i32 %223, %193
  %249 = lshr i32 %248, 15
  %250 = xor i32 %249, %248
  %251 = mul i32 %250, -2048144777
  %252 = lshr i32 %251, 13
  %253 = xor i32 %252, %251
  %254 = mul i32 %253, -1028477379
  %255 = lshr i32 %254, 24
  %256 = lshr i32 %254, 8
  %257 = xor i32 %255, %256
  %258 = uitofp i32 %257 to float
  %259 = fmul float %258, 0x3E70000000000000
  %260 = fsub float %235, %222
  %261 = fmul float %202, %260
  %262 = fadd float %222, %261
  %263 = fsub float %259, %247
  %264 = fmul float %202, %263
  %265 = fadd float %247, %264
  %266 = fsub float %265, %262
  %267 = fmul float %209, %266
  %268 = fadd float %262, %267
  %269 = getelementptr i8, ptr %179, i64 13312
  store float %268, ptr %269, align 4
  %270 = icmp eq i64 %2, %178
  br i1 %270, label %271, label %176
271:
  %272 = phi i64 [ %273, %271 ], [ 0, %176 ]
  %273 = add nuw nsw i64 %272, 1
  %274 = getelementptr float, ptr %1, i64 %272
  %275 = getelementptr i8, ptr %274, i64 3584
  %276 = load float, ptr %275, align 4
  %277 = fmul float %276, 0x3FA99999A0000000
  %278 = getelementptr i8, ptr %274, i64 8704
  %279 = load float, ptr %278, align 4
  %280 = fmul float %279, 0x3FD3333340000000
  %281 = tail call float @llvm.floor.f32(float %277)
  %282 = tail call float @llvm.floor.f32(float %280)
  %283 = fptosi float %281 to i32
  %284 = mul i32 %283, 374761393
  %285 = fptosi float %282 to i32
  %286 = mul i32 %285, 668265263
  %287 = add i32 %286, 668265263
  %288 = fsub float %277, %281
  %289 = fsub float %280, %282
  %290 = fmul float %288, %288
  %291 = fmul float %288, %290
  %292 = fmul float %288, 6.000000e+00
  %293 = fadd float %292, -1.500000e+01
  %294 = fmul float %288, %293
  %295 = fadd float %294, 1.000000e+01
  %296 = fmul float %291, %295
  %297 = fmul float %289, %289
  %298 = fmul float %289, %297
  %299 = fmul float %289, 6.000000e+00
  %300 = fadd float %299, -1.500000e+01
  %301 = fmul float %289, %300
  %302 = fadd float %301, 1.000000e+01
  %303 = fmul float %298, %302
  %304 = add i32 %284, 1130699095
  %305 = add i32 %304, %286
  %306 = lshr i32 %305, 15
  %307 = xor i32 %306, %305
  %308 = mul i32 %307, -2048144777
  %309 = lshr i32 %308, 13
  %310 = xor i32 %309, %308
  %311 = mul i32 %310, -1028477379
  %312 = lshr i32 %311, 24
  %313 = lshr i32 %311, 8
  %314 = xor i32 %312, %313
  %315 = uitofp i32 %314 to float
  %316 = fmul float %315, 0x3E70000000000000
  %317 = add i32 %284, 1505460488
  %318 = add i32 %317, %286
  %319 = lshr i32 %318, 15
  %320 = xor i32 %319, %318
  %321 = mul i32 %320, -2048144777
  %322 = lshr i32 %321, 13
  %323 = xor i32 %322, %321
  %324 = mul i32 %323, -1028477379
  %325 = lshr i32 %324, 24
  %326 = lshr i32 %324, 8
  %327 = xor i32 %325, %326
  %328 = uitofp i32 %327 to float
  %329 = fmul float %328, 0x3E70000000000000
  %330 = add i32 %304, %287
  %331 = lshr i32 %330, 15
  %332 = xor i32 %331, %330
  %333 = mul i32 %332, -2048144777
  %334 = lshr i32 %333, 13
  %335 = xor i32 %334, %333
  %336 = mul i32 %335, -1028477379
  %337 = lshr i32 %336, 24
  %338 = lshr i32 %336, 8
  %339 = xor i32 %337, %338
  %340 = uitofp i32 %339 to float
  %341 = fmul float %340, 0x3E70000000000000
  %342 = add i32 %317, %287
  %343 = lshr i32 %342, 15
  %344 = xor i32 %343, %342
  %345 = mul i32 %344, -2048144777
  %346 = lshr i32 %345, 13
  %347 = xor i32 %346, %345
  %348 = mul i32 %347, -1028477379
  %349 = lshr i32 %348, 24
  %350 = lshr i32 %348, 8
  %351 = xor i32 %349, %350
  %352 = uitofp i32 %351 to float
  %353 = fmul float %352, 0x3E70000000000000
  %354 = fsub float %329, %316
  %355 = fmul float %296, %354
  %356 = fadd float %316, %355
  %357 = fsub float %353, %341
  %358 = fmul float %296, %357
  %359 = fadd float %341, %358
  %360 = fsub float %359, %356
  %361 = fmul float %303, %360
  %362 = fadd float %356, %361
  %363 = getelementptr i8, ptr %274, i64 19456
  store float %362, ptr %363, align 4
  %364 = icmp eq i64 %2, %273
  br i1 %364, label %365, label %271
365:
  %366 = phi i64 [ %367, %365 ], [ 0, %271 ]
  %367 = add nuw nsw i64 %366, 1
  %368 = getelementptr float, ptr %1, i64 %366
  %369 = getelementptr i8, ptr %368, i64 12800
  %370 = load float, ptr %369, align 4
  %371 = getelementptr i8, ptr %368, i64 11776
  %372 = load float, ptr %371, align 4
  %373 = getelementptr i8, ptr %368, i64 13312
  %374 = load float, ptr %373, align 4
  %375 = fmul float %374, 0x3FE3333340000000
  %376 = fmul float %370, 0x3FD99999A0000000
  %377 = fadd float %376, %375
  %378 = fadd float %377, 2.500000e-01
  %379 = fadd float %378, 0xBFC3333340000000
  %380 = fmul float %379, 4.000000e+00
  %381 = fcmp olt float %380, 0.000000e+00
  %382 = select i1 %381, float 0.000000e+00, float %380
  %383 = fcmp ogt float %382, 1.000000e+00
  %384 = select i1 %383, float 1.000000e+00, float %382
  %385 = fmul float %384, %384
  %386 = fmul float %384, 2.000000e+00
  %387 = fsub float 3.000000e+00, %386
  %388 = fmul float %385, %387
  %389 = getelementptr i8, ptr %368, i64 8704
  %390 = load float, ptr %389, align 4
  %391 = getelementptr i8, ptr %368, i64 19456
  %392 = load float, ptr %391, align 4
  %393 = fadd float %392, -5.000000e-01
  %394 = fmul float %393, 5.000000e-01
  %395 = fadd float %390, %394
  %396 = tail call float @llvm.fabs.f32(float %395)
  %397 = fdiv float %396, 0x400CCCCCC0000000
  %398 = getelementptr i8, ptr %368, i64 5120
  %399 = load float, ptr %398, align 4
  %400 = fdiv float %399, 0x400CCCCCC0000000
  %401 = fadd float %400, 0x3FAEB851E0000000
  %402 = fcmp olt float %401, 0x3F1A36E2E0000000
  %403 = select i1 %402, float 0x3F1A36E2E0000000, float %401
  %404 = fadd float %397, %403
  %405 = tail call float @llvm.floor.f32(float %404)
  %406 = fmul float %405, 0x3FC47AE160000000
  %407 = fsub float %404, %405
  %408 = fadd float %407, 0xBFCEB851E0000000
  %409 = fcmp olt float %408, 0.000000e+00
  %410 = select i1 %409, float 0.000000e+00, float %408
  %411 = fcmp ogt float %410, 0x3FC47AE160000000
  %412 = select i1 %411, float 0x3FC47AE160000000, float %410
  %413 = fadd float %406, %412
  %414 = fsub float %397, %403
  %415 = tail call float @llvm.floor.f32(float %414)
  %416 = fmul float %415, 0x3FC47AE160000000
  %417 = fsub float %414, %415
  %418 = fadd float %417, 0xBFCEB851E0000000
  %419 = fcmp olt float %418, 0.000000e+00
  %420 = select i1 %419, float 0.000000e+00, float %418
  %421 = fcmp ogt float %420, 0x3FC47AE160000000
  %422 = select i1 %421, float 0x3FC47AE160000000, float %420
  %423 = fadd float %416, %422
  %424 = fsub float %413, %423
  %425 = fdiv float 5.000000e-01, %403
  %426 = fmul float %425, %424
  %427 = fmul float %405, 0x3FC47AE100000000
  %428 = fadd float %407, 0xBFE3D70A40000000
  %429 = fcmp olt float %428, 0.000000e+00
  %430 = select i1 %429, float 0.000000e+00, float %428
  %431 = fcmp ogt float %430, 0x3FC47AE100000000
  %432 = select i1 %431, float 0x3FC47AE100000000, float %430
  %433 = fadd float %427, %432
  %434 = fmul float %415, 0x3FC47AE100000000
  %435 = fadd float %417, 0xBFE3D70A40000000
  %436 = fcmp olt float %435, 0.000000e+00
  %437 = select i1 %436, float 0.000000e+00, float %435
  %438 = fcmp ogt float %437, 0x3FC47AE100000000
  %439 = select i1 %438, float 0x3FC47AE100000000, float %437
  %440 = fadd float %434, %439
  %441 = fsub float %433, %440
  %442 = fmul float %425, %441
  %443 = fadd float %426, %442
  %444 = getelementptr i8, ptr %368, i64 7680
  %445 = load float, ptr %444, align 4
  %446 = fcmp ogt float %445, 1.000000e+00
  %447 = select i1 %446, float 1.000000e+00, float %445
  %448 = fmul float %443, %447
  %449 = fmul float %448, 0x3FE3D70A40000000
  %450 = fsub float 1.000000e+00, %377
  %451 = fmul float %450, 7.500000e-01
  %452 = fadd float %451, %449
  %453 = fadd float %452, 0xBFD6666660000000
  %454 = fmul float %453, 0x3FFAAAAAA0000000
  %455 = fcmp olt float %454, 0.000000e+00
  %456 = select i1 %455, float 0.000000e+00, float %454
  %457 = fcmp ogt float %456, 1.000000e+00
  %458 = select i1 %457, float 1.000000e+00, float %456
  %459 = fmul float %458, %458
  %460 = fmul float %458, 2.000000e+00
  %461 = fsub float 3.000000e+00, %460
  %462 = fmul float %459, %461
  %463 = fmul float %462, 0x3FE4CCCCC0000000
  %464 = fadd float %463, 2.500000e-01
  %465 = fmul float %372, %464
  %466 = fsub float 1.000000e+00, %465
  %467 = fmul float %466, %175
  %468 = fmul float %388, %467
  %469 = fmul float %370, 0x3FB99999A0000000
  %470 = fadd float %469, 0x3FE7AE1480000000
  %471 = getelementptr i8, ptr %368, i64 15360
  %472 = load float, ptr %471, align 4
  %473 = fsub float %470, %472
  %474 = fmul float %473, %468
  %475 = fadd float %472, %474
  store float %475, ptr %471, align 4
  %476 = getelementptr i8, ptr %368, i64 15872
  %477 = load float, ptr %476, align 4
  %478 = fmul float %470, 0x3FF028F5C0000000
  %479 = fsub float %478, %477
  %480 = fmul float %479, %468
  %481 = fadd float %477, %480
  store float %481, ptr %476, align 4
  %482 = getelementptr i8, ptr %368, i64 16384
  %483 = load float, ptr %482, align 4
  %484 = fmul float %470, 0x3FF0A3D700000000
  %485 = fsub float %484, %483
  %486 = fmul float %485, %468
  %487 = fadd float %483, %486
  store float %487, ptr %482, align 4
  %488 = icmp eq i64 %2, %367
  br i1 %488, label %489, label %365
489:
  %490 = fptrunc double %10 to float
  %491 = fmul double %23, 4.500000e-01
  %492 = fsub double 1.000000e+00, %491
  %493 = fptrunc double %492 to float
  %494 = fptrunc double %11 to float
  %495 = fptrunc double %12 to float
  %496 = fptrunc double %13 to float
  %497 = fptrunc double %14 to float
  %498 = fptrunc double %15 to float
  %499 = fptrunc double %16 to float
  %500 = fptrunc double %20 to float
  %501 = fptrunc double %21 to float
  %502 = fptrunc double %22 to float
  br i1 %72, label %2657, label %503
503:
  %504 = phi i64 [ %505, %503 ], [ 0, %489 ]
  %505 = add nuw nsw i64 %504, 1
  %506 = getelementptr float, ptr %1, i64 %504
  %507 = getelementptr i8, ptr %506, i64 9728
  %508 = load float, ptr %507, align 4
  %509 = fadd float %508, 0xC003333340000000
  %510 = fmul float %509, 0xBFD6DB6DA0000000
  %511 = fcmp olt float %510, 0.000000e+00
  %512 = select i1 %511, float 0.000000e+00, float %510
  %513 = fcmp ogt float %512, 1.000000e+00
  %514 = select i1 %513, float 1.000000e+00, float %512
  %515 = fmul float %514, %514
  %516 = fmul float %514, 2.000000e+00
  %517 = fsub float 3.000000e+00, %516
  %518 = fmul float %515, %517
  %519 = fmul float %518, %490
  %520 = getelementptr i8, ptr %506, i64 10240
  %521 = load float, ptr %520, align 4
  %522 = fmul float %521, 0x3FA47AE140000000
  %523 = fadd float %522, 1.000000e+00
  %524 = fdiv float 0x3FE6666660000000, %523
  %525 = fadd float %524, 0x3FD3333340000000
  %526 = fmul float %519, %494
  %527 = fmul float %525, %497
  %528 = fadd float %527, %526
  %529 = fadd float %528, %500
  %530 = getelementptr i8, ptr %506, i64 13824
  %531 = load float, ptr %530, align 4
  %532 = fadd float %531, %529
  %533 = fmul float %519, %495
  %534 = fmul float %525, %498
  %535 = fadd float %534, %533
  %536 = fadd float %535, %501
  %537 = getelementptr i8, ptr %506, i64 14336
  %538 = load float, ptr %537, align 4
  %539 = fadd float %538, %536
  %540 = fmul float %519, %496
  %541 = fmul float %525, %499
  %542 = fadd float %541, %540
  %543 = fadd float %542, %502
  %544 = getelementptr i8, ptr %506, i64 14848
  %545 = load float, ptr %544, align 4
  %546 = fadd float %545, %543
  store float %532, ptr %530, align 4
  store float %539, ptr %537, align 4
  store float %546, ptr %544, align 4
  %547 = getelementptr i8, ptr %506, i64 15360
  %548 = load float, ptr %547, align 4
  %549 = fmul float %532, %493
  %550 = fmul float %548, %549
  store float %550, ptr %547, align 4
  %551 = getelementptr i8, ptr %506, i64 15872
  %552 = load float, ptr %551, align 4
  %553 = fmul float %539, %493
  %554 = fmul float %552, %553
  store float %554, ptr %551, align 4
  %555 = getelementptr i8, ptr %506, i64 16384
  %556 = load float, ptr %555, align 4
  %557 = fmul float %546, %493
  %558 = fmul float %556, %557
  store float %558, ptr %555, align 4
  %559 = icmp eq i64 %2, %505
  br i1 %559, label %2659, label %503
560:
  %561 = fptrunc double %23 to float
  %562 = fptrunc double %27 to float
  %563 = getelementptr i8, ptr %1, i64 6144
  %564 = load float, ptr %563, align 4
  %565 = add i64 %2, -1
  %566 = icmp slt i64 %565, 1
  br i1 %566, label %1219, label %567
567:
  %568 = phi float [ %575, %567 ], [ %564, %560 ]
  %569 = phi i64 [ %570, %567 ], [ 1, %560 ]
  %570 = add nuw i64 %569, 1
  %571 = getelementptr float, ptr %1, i64 %569
  %572 = getelementptr i8, ptr %571, i64 6144
  %573 = load float, ptr %572, align 4
  %574 = fcmp olt float %573, %568
  %575 = select i1 %574, float %573, float %568
  %576 = icmp eq i64 %570, %2
  br i1 %576, label %1219, label %567
577:
  %578 = fdiv double %27, 4.500000e-01
  %579 = fptrunc double %578 to float
  br i1 %72, label %54, label %590
580:
  %581 = fdiv float %689, 0x3FA1EB8520000000
  %582 = fsub float 1.000000e+00, %581
  %583 = fcmp olt float %582, 0.000000e+00
  %584 = select i1 %583, float 0.000000e+00, float %582
  %585 = fmul float %642, %584
  br label %586
586:
  %587 = phi float [ %585, %580 ], [ 0.000000e+00, %590 ]
  %588 = fadd float %741, %587
  store float %588, ptr %740, align 4
  %589 = icmp eq i64 %2, %592
  br i1 %589, label %1222, label %590
590:
  %591 = phi i64 [ %592, %586 ], [ 0, %577 ]
  %592 = add nuw nsw i64 %591, 1
  %593 = getelementptr float, ptr %1, i64 %591
  %594 = getelementptr i8, ptr %593, i64 3072
  %595 = load float, ptr %594, align 4
  %596 = fadd float %595, 0.000000e+00
  %597 = getelementptr i8, ptr %593, i64 3584
  %598 = load float, ptr %597, align 4
  %599 = fadd float %598, 0.000000e+00
  %600 = fdiv float %596, 0x3FE19999A0000000
  %601 = tail call float @llvm.floor.f32(float %600)
  %602 = fdiv float %599, 0x3FE19999A0000000
  %603 = tail call float @llvm.floor.f32(float %602)
  %604 = fptosi float %601 to i32
  %605 = fptosi float %603 to i32
  %606 = mul i32 %604, 374761393
  %607 = mul i32 %605, 668265263
  %608 = add i32 %606, -61367357
  %609 = add i32 %608, %607
  %610 = lshr i32 %609, 15
  %611 = xor i32 %610, %609
  %612 = mul i32 %611, -2048144777
  %613 = lshr i32 %612, 13
  %614 = xor i32 %613, %612
  %615 = mul i32 %614, -1028477379
  %616 = lshr i32 %615, 24
  %617 = lshr i32 %615, 8
  %618 = xor i32 %616, %617
  %619 = uitofp i32 %618 to float
  %620 = fmul float %619, 0x3E70000000000000
  %621 = fadd float %620, %579
  %622 = tail call float @llvm.floor.f32(float %621)
  %623 = fsub float %621, %622
  %624 = fptosi float %622 to i32
  %625 = mul i32 %624, 7
  %626 = add i32 %625, %604
  %627 = mul i32 %626, 374761393
  %628 = add i32 %607, -1910834392
  %629 = add i32 %628, %627
  %630 = lshr i32 %629, 15
  %631 = xor i32 %630, %629
  %632 = mul i32 %631, -2048144777
  %633 = lshr i32 %632, 13
  %634 = xor i32 %633, %632
  %635 = mul i32 %634, -1028477379
  %636 = lshr i32 %635, 24
  %637 = lshr i32 %635, 8
  %638 = xor i32 %636, %637
  %639 = uitofp i32 %638 to float
  %640 = fmul float %639, 0x3E70000000000000
  %641 = fcmp ogt float %640, 0x3FE3333340000000
  %642 = select i1 %641, float 0.000000e+00, float 1.000000e+00
  %643 = mul i32 %624, 13
  %644 = add i32 %643, %605
  %645 = mul i32 %644, 668265263
  %646 = add i32 %606, -2109512134
  %647 = add i32 %646, %645
  %648 = lshr i32 %647, 15
  %649 = xor i32 %648, %647
  %650 = mul i32 %649, -2048144777
  %651 = lshr i32 %650, 13
  %652 = xor i32 %651, %650
  %653 = mul i32 %652, -1028477379
  %654 = lshr i32 %653, 24
  %655 = lshr i32 %653, 8
  %656 = xor i32 %654, %655
  %657 = uitofp i32 %656 to float
  %658 = fmul float %657, 0x3E70000000000000
  %659 = fadd float %601, 0x3FD3333340000000
  %660 = fmul float %658, 0x3FD99999A0000000
  %661 = fadd float %659, %660
  %662 = fmul float %661, 0x3FE19999A0000000
  %663 = fsub float %596, %662
  %664 = mul i32 %624, 17
  %665 = add i32 %664, %605
  %666 = mul i32 %665, 668265263
  %667 = add i32 %606, 137310385
  %668 = add i32 %667, %666
  %669 = lshr i32 %668, 15
  %670 = xor i32 %669, %668
  %671 = mul i32 %670, -2048144777
  %672 = lshr i32 %671, 13
  %673 = xor i32 %672, %671
  %674 = mul i32 %673, -1028477379
  %675 = lshr i32 %674, 24
  %676 = lshr i32 %674, 8
  %677 = xor i32 %675, %676
  %678 = uitofp i32 %677 to float
  %679 = fmul float %678, 0x3E70000000000000
  %680 = fadd float %603, 0x3FD3333340000000
  %681 = fmul float %679, 0x3FD99999A0000000
  %682 = fadd float %680, %681
  %683 = fmul float %682, 0x3FE19999A0000000
  %684 = fsub float %599, %683
  %685 = fmul float %663, %663
  %686 = fmul float %684, %684
  %687 = fadd float %685, %686
  %688 = tail call float @llvm.sqrt.f32(float %687)
  %689 = fadd float %688, 0x3F1A36E2E0000000
  %690 = fmul float %623, 0x3FC5C28F60000000
  %691 = fsub float %689, %690
  %692 = fdiv float %691, 0x3F96872B00000000
  %693 = fsub float 1.000000e+00, %623
  %694 = fmul float %693, 0x3FCC28F5C0000000
  %695 = fmul float %694, %692
  %696 = fmul float %692, 0xBFF7154760000000
  %697 = fmul float %692, %696
  %698 = fcmp olt float %697, -1.260000e+02
  %699 = select i1 %698, float -1.260000e+02, float %697
  %700 = fcmp ogt float %699, 1.260000e+02
  %701 = select i1 %700, float 1.260000e+02, float %699
  %702 = fadd float %701, 5.000000e-01
  %703 = tail call float @llvm.floor.f32(float %702)
  %704 = fsub float %701, %703
  %705 = fmul float %704, 0x3F83C6E5C0000000
  %706 = fadd float %705, 0x3FAC96D5E0000000
  %707 = fmul float %704, %706
  %708 = fadd float %707, 0x3FCEBFB3E0000000
  %709 = fmul float %704, %708
  %710 = fadd float %709, 0x3FE62E2D20000000
  %711 = fmul float %704, %710
  %712 = fadd float %711, 1.000000e+00
  %713 = fptosi float %703 to i32
  %714 = shl i32 %713, 23
  %715 = add i32 %714, 1065353216
  %716 = bitcast i32 %715 to float
  %717 = fmul float %712, %716
  %718 = fmul float %695, %717
  %719 = fsub float 0x3FCB851EC0000000, %689
  %720 = fmul float %719, 2.000000e+01
  %721 = fcmp olt float %720, 0.000000e+00
  %722 = select i1 %721, float 0.000000e+00, float %720
  %723 = fcmp ogt float %722, 1.000000e+00
  %724 = select i1 %723, float 1.000000e+00, float %722
  %725 = fmul float %724, %724
  %726 = fmul float %724, 2.000000e+00
  %727 = fsub float 3.000000e+00, %726
  %728 = fmul float %725, %727
  %729 = fmul float %642, %728
  %730 = fdiv float %729, %689
  %731 = fmul float %730, %718
  %732 = getelementptr i8, ptr %593, i64 17920
  %733 = load float, ptr %732, align 4
  %734 = fmul float %663, %731
  %735 = fadd float %734, %733
  store float %735, ptr %732, align 4
  %736 = getelementptr i8, ptr %593, i64 18432
  %737 = load float, ptr %736, align 4
  %738 = fmul float %684, %731
  %739 = fadd float %738, %737
  store float %739, ptr %736, align 4
  %740 = getelementptr i8, ptr %593, i64 18944
  %741 = load float, ptr %740, align 4
  %742 = fcmp olt float %623, 0x3FC47AE140000000
  br i1 %742, label %580, label %586
743:
  br i1 %72, label %812, label %1389
744:
  %745 = getelementptr i8, ptr %1392, i64 8704
  %746 = load float, ptr %745, align 4
  %747 = tail call float @llvm.fabs.f32(float %746)
  %748 = fadd float %1397, 0xC010CCCCC0000000
  %749 = fsub float %747, %748
  %750 = fadd float %749, 0x3FD99999A0000000
  %751 = tail call float @llvm.fabs.f32(float %750)
  %752 = fadd float %751, 0xC0019999A0000000
  %753 = fmul float %752, 0xBFDD1745C0000000
  %754 = fcmp olt float %753, 0.000000e+00
  %755 = select i1 %754, float 0.000000e+00, float %753
  %756 = fcmp ogt float %755, 1.000000e+00
  %757 = select i1 %756, float 1.000000e+00, float %755
  %758 = fmul float %757, %757
  %759 = fmul float %757, 2.000000e+00
  %760 = fsub float 3.000000e+00, %759
  %761 = fmul float %758, %760
  %762 = fmul float %761, 0x3FCC28F5C0000000
  br label %763
763:
  %764 = phi float [ %762, %744 ], [ 0.000000e+00, %1389 ]
  %765 = getelementptr i8, ptr %1392, i64 16896
  %766 = load float, ptr %765, align 4
  %767 = fcmp ogt float %1397, 1.000000e+00
  %768 = select i1 %767, float 1.000000e+00, float %1397
  %769 = fmul float %764, %768
  %770 = fadd float %766, %769
  %771 = fadd float %770, -5.000000e-01
  %772 = fmul float %771, 0x4023FFFFC0000000
  %773 = fcmp olt float %772, 0.000000e+00
  %774 = select i1 %773, float 0.000000e+00, float %772
  %775 = fcmp ogt float %774, 1.000000e+00
  %776 = select i1 %775, float 1.000000e+00, float %774
  %777 = fmul float %776, %776
  %778 = fmul float %776, 2.000000e+00
  %779 = fsub float 3.000000e+00, %778
  %780 = fmul float %777, %779
  %781 = fmul float %780, %561
  %782 = getelementptr i8, ptr %1392, i64 6144
  %783 = load float, ptr %782, align 4
  %784 = fadd float %783, 0xBFA99999A0000000
  %785 = fmul float %784, 0x3FFD1745C0000000
  %786 = fcmp olt float %785, 0.000000e+00
  %787 = select i1 %786, float 0.000000e+00, float %785
  %788 = fcmp ogt float %787, 1.000000e+00
  %789 = select i1 %788, float 1.000000e+00, float %787
  %790 = fmul float %789, %789
  %791 = fmul float %789, 2.000000e+00
  %792 = fsub float 3.000000e+00, %791
  %793 = fmul float %790, %792
  %794 = fsub float 1.000000e+00, %793
  %795 = fmul float %781, 0x3FD1EB8520000000
  %796 = fadd float %795, 0x3FB99999A0000000
  store float %781, ptr %765, align 4
  %797 = getelementptr i8, ptr %1392, i64 17408
  store float %794, ptr %797, align 4
  %798 = getelementptr i8, ptr %1392, i64 17920
  %799 = load float, ptr %798, align 4
  %800 = fmul float %799, %796
  store float %800, ptr %798, align 4
  %801 = getelementptr i8, ptr %1392, i64 18432
  %802 = load float, ptr %801, align 4
  %803 = fmul float %802, %796
  store float %803, ptr %801, align 4
  %804 = fcmp ogt float %794, 0.000000e+00
  br i1 %804, label %805, label %808
805:
  %806 = getelementptr i8, ptr %1392, i64 18944
  %807 = load float, ptr %806, align 4
  br label %808
808:
  %809 = phi float [ %807, %805 ], [ 0.000000e+00, %763 ]
  %810 = getelementptr i8, ptr %1392, i64 18944
  store float %809, ptr %810, align 4
  %811 = icmp eq i64 %2, %1391
  br i1 %811, label %812, label %1389
812:
  br i1 %1221, label %813, label %1021
813:
  br i1 %72, label %54, label %814
814:
  %815 = fmul float %562, 0x3FE6666660000000
  %816 = fmul float %562, 5.000000e-01
  br label %820
817:
  %818 = fmul float %562, 0x3FE3333340000000
  %819 = fmul float %562, 0x3FD99999A0000000
  br label %920
820:
  %821 = phi i64 [ 0, %814 ], [ %822, %820 ]
  %822 = add nuw nsw i64 %821, 1
  %823 = getelementptr float, ptr %1, i64 %821
  %824 = getelementptr i8, ptr %823, i64 3072
  %825 = load float, ptr %824, align 4
  %826 = fmul float %825, 5.000000e+00
  %827 = fadd float %815, %826
  %828 = getelementptr i8, ptr %823, i64 3584
  %829 = load float, ptr %828, align 4
  %830 = fmul float %829, 5.000000e+00
  %831 = fsub float %830, %816
  %832 = getelementptr i8, ptr %823, i64 17920
  %833 = load float, ptr %832, align 4
  %834 = tail call float @llvm.floor.f32(float %827)
  %835 = tail call float @llvm.floor.f32(float %831)
  %836 = fptosi float %834 to i32
  %837 = mul i32 %836, 374761393
  %838 = fptosi float %835 to i32
  %839 = mul i32 %838, 668265263
  %840 = add i32 %839, 668265263
  %841 = fsub float %827, %834
  %842 = fsub float %831, %835
  %843 = fmul float %841, %841
  %844 = fmul float %841, %843
  %845 = fmul float %841, 6.000000e+00
  %846 = fadd float %845, -1.500000e+01
  %847 = fmul float %841, %846
  %848 = fadd float %847, 1.000000e+01
  %849 = fmul float %844, %848
  %850 = fmul float %842, %842
  %851 = fmul float %842, %850
  %852 = fmul float %842, 6.000000e+00
  %853 = fadd float %852, -1.500000e+01
  %854 = fmul float %842, %853
  %855 = fadd float %854, 1.000000e+01
  %856 = fmul float %851, %855
  %857 = add i32 %837, -1054756067
  %858 = add i32 %857, %839
  %859 = lshr i32 %858, 15
  %860 = xor i32 %859, %858
  %861 = mul i32 %860, -2048144777
  %862 = lshr i32 %861, 13
  %863 = xor i32 %862, %861
  %864 = mul i32 %863, -1028477379
  %865 = lshr i32 %864, 24
  %866 = lshr i32 %864, 8
  %867 = xor i32 %865, %866
  %868 = uitofp i32 %867 to float
  %869 = fmul float %868, 0x3E70000000000000
  %870 = add i32 %837, -679994674
  %871 = add i32 %870, %839
  %872 = lshr i32 %871, 15
  %873 = xor i32 %872, %871
  %874 = mul i32 %873, -2048144777
  %875 = lshr i32 %874, 13
  %876 = xor i32 %875, %874
  %877 = mul i32 %876, -1028477379
  %878 = lshr i32 %877, 24
  %879 = lshr i32 %877, 8
  %880 = xor i32 %878, %879
  %881 = uitofp i32 %880 to float
  %882 = fmul float %881, 0x3E70000000000000
  %883 = add i32 %857, %840
  %884 = lshr i32 %883, 15
  %885 = xor i32 %884, %883
  %886 = mul i32 %885, -2048144777
  %887 = lshr i32 %886, 13
  %888 = xor i32 %887, %886
  %889 = mul i32 %888, -1028477379
  %890 = lshr i32 %889, 24
  %891 = lshr i32 %889, 8
  %892 = xor i32 %890, %891
  %893 = uitofp i32 %892 to float
  %894 = fmul float %893, 0x3E70000000000000
  %895 = add i32 %870, %840
  %896 = lshr i32 %895, 15
  %897 = xor i32 %896, %895
  %898 = mul i32 %897, -2048144777
  %899 = lshr i32 %898, 13
  %900 = xor i32 %899, %898
  %901 = mul i32 %900, -1028477379
  %902 = lshr i32 %901, 24
  %903 = lshr i32 %901, 8
  %904 = xor i32 %902, %903
  %905 = uitofp i32 %904 to float
  %906 = fmul float %905, 0x3E70000000000000
  %907 = fsub float %882, %869
  %908 = fmul float %849, %907
  %909 = fadd float %869, %908
  %910 = fsub float %906, %894
  %911 = fmul float %849, %910
  %912 = fadd float %894, %911
  %913 = fsub float %912, %909
  %914 = fmul float %856, %913
  %915 = fadd float %909, %914
  %916 = fadd float %915, -5.000000e-01
  %917 = fmul float %916, 0x3F8CAC0840000000
  %918 = fadd float %833, %917
  store float %918, ptr %832, align 4
  %919 = icmp eq i64 %2, %822
  br i1 %919, label %817, label %820
920:
  %921 = phi i64 [ 0, %817 ], [ %922, %920 ]
  %922 = add nuw nsw i64 %921, 1
  %923 = getelementptr float, ptr %1, i64 %921
  %924 = getelementptr i8, ptr %923, i64 3072
  %925 = load float, ptr %924, align 4
  %926 = fmul float %925, 5.000000e+00
  %927 = fsub float %926, %818
  %928 = fadd float %927, 3.100000e+01
  %929 = getelementptr i8, ptr %923, i64 3584
  %930 = load float, ptr %929, align 4
  %931 = fmul float %930, 5.000000e+00
  %932 = fadd float %819, %931
  %933 = getelementptr i8, ptr %923, i64 18432
  %934 = load float, ptr %933, align 4
  %935 = tail call float @llvm.floor.f32(float %928)
  %936 = tail call float @llvm.floor.f32(float %932)
  %937 = fptosi float %935 to i32
  %938 = mul i32 %937, 374761393
  %939 = fptosi float %936 to i32
  %940 = mul i32 %939, 668265263
  %941 = add i32 %940, 668265263
  %942 = fsub float %928, %935
  %943 = fsub float %932, %936
  %944 = fmul float %942, %942
  %945 = fmul float %942, %944
  %946 = fmul float %942, 6.000000e+00
  %947 = fadd float %946, -1.500000e+01
  %948 = fmul float %942, %947
  %949 = fadd float %948, 1.000000e+01
  %950 = fmul float %945, %949
  %951 = fmul float %943, %943
  %952 = fmul float %943, %951
  %953 = fmul float %943, 6.000000e+00
  %954 = fadd float %953, -1.500000e+01
  %955 = fmul float %943, %954
  %956 = fadd float %955, 1.000000e+01
  %957 = fmul float %952, %956
  %958 = add i32 %938, 1192066452
  %959 = add i32 %958, %940
  %960 = lshr i32 %959, 15
  %961 = xor i32 %960, %959
  %962 = mul i32 %961, -2048144777
  %963 = lshr i32 %962, 13
  %964 = xor i32 %963, %962
  %965 = mul i32 %964, -1028477379
  %966 = lshr i32 %965, 24
  %967 = lshr i32 %965, 8
  %968 = xor i32 %966, %967
  %969 = uitofp i32 %968 to float
  %970 = fmul float %969, 0x3E70000000000000
  %971 = add i32 %938, 1566827845
  %972 = add i32 %971, %940
  %973 = lshr i32 %972, 15
  %974 = xor i32 %973, %972
  %975 = mul i32 %974, -2048144777
  %976 = lshr i32 %975, 13
  %977 = xor i32 %976, %975
  %978 = mul i32 %977, -1028477379
  %979 = lshr i32 %978, 24
  %980 = lshr i32 %978, 8
  %981 = xor i32 %979, %980
  %982 = uitofp i32 %981 to float
  %983 = fmul float %982, 0x3E70000000000000
  %984 = add i32 %958, %941
  %985 = lshr i32 %984, 15
  %986 = xor i32 %985, %984
  %987 = mul i32 %986, -2048144777
  %988 = lshr i32 %987, 13
  %989 = xor i32 %988, %987
  %990 = mul i32 %989, -1028477379
  %991 = lshr i32 %990, 24
  %992 = lshr i32 %990, 8
  %993 = xor i32 %991, %992
  %994 = uitofp i32 %993 to float
  %995 = fmul float %994, 0x3E70000000000000
  %996 = add i32 %971, %941
  %997 = lshr i32 %996, 15
  %998 = xor i32 %997, %996
  %999 = mul i32 %998, -2048144777
  %1000 = lshr i32 %999, 13
  %1001 = xor i32 %1000, %999
  %1002 = mul i32 %1001, -1028477379
  %1003 = lshr i32 %1002, 24
  %1004 = lshr i32 %1002, 8
  %1005 = xor i32 %1003, %1004
  %1006 = uitofp i32 %1005 to float
  %1007 = fmul float %1006, 0x3E70000000000000
  %1008 = fsub float %983, %970
  %1009 = fmul float %950, %1008
  %1010 = fadd float %970, %1009
  %1011 = fsub float %1007, %995
  %1012 = fmul float %950, %1011
  %1013 = fadd float %995, %1012
  %1014 = fsub float %1013, %1010
  %1015 = fmul float %957, %1014
  %1016 = fadd float %1010, %1015
  %1017 = fadd float %1016, -5.000000e-01
  %1018 = fmul float %1017, 0x3F8CAC0840000000
  %1019 = fadd float %934, %1018
  store float %1019, ptr %933, align 4
  %1020 = icmp eq i64 %2, %922
  br i1 %1020, label %1022, label %920
1021:
  br i1 %72, label %54, label %1022
1022:
  br label %1398
1023:
  %1024 = phi i64 [ %1025, %1023 ], [ 0, %2659 ]
  %1025 = add nuw nsw i64 %1024, 1
  %1026 = getelementptr float, ptr %1, i64 %1024
  %1027 = getelementptr i8, ptr %1026, i64 3072
  %1028 = load float, ptr %1027, align 4
  %1029 = getelementptr i8, ptr %1026, i64 3584
  %1030 = load float, ptr %1029, align 4
  %1031 = fmul float %1028, 0x3FCAE147A0000000
  %1032 = fadd float %1031, 7.000000e+00
  %1033 = fmul float %1030, 0x3FC0A3D700000000
  %1034 = tail call float @llvm.floor.f32(float %1032)
  %1035 = tail call float @llvm.floor.f32(float %1033)
  %1036 = fptosi float %1034 to i32
  %1037 = mul i32 %1036, 374761393
  %1038 = fptosi float %1035 to i32
  %1039 = mul i32 %1038, 668265263
  %1040 = add i32 %1039, 668265263
  %1041 = fsub float %1032, %1034
  %1042 = fsub float %1033, %1035
  %1043 = fmul float %1041, %1041
  %1044 = fmul float %1041, %1043
  %1045 = fmul float %1041, 6.000000e+00
  %1046 = fadd float %1045, -1.500000e+01
  %1047 = fmul float %1041, %1046
  %1048 = fadd float %1047, 1.000000e+01
  %1049 = fmul float %1044, %1048
  %1050 = fmul float %1042, %1042
  %1051 = fmul float %1042, %1050
  %1052 = fmul float %1042, 6.000000e+00
  %1053 = fadd float %1052, -1.500000e+01
  %1054 = fmul float %1042, %1053
  %1055 = fadd float %1054, 1.000000e+01
  %1056 = fmul float %1051, %1055
  %1057 = add i32 %1037, -1253433809
  %1058 = add i32 %1057, %1039
  %1059 = lshr i32 %1058, 15
  %1060 = xor i32 %1059, %1058
  %1061 = mul i32 %1060, -2048144777
  %1062 = lshr i32 %1061, 13
  %1063 = xor i32 %1062, %1061
  %1064 = mul i32 %1063, -1028477379
  %1065 = lshr i32 %1064, 24
  %1066 = lshr i32 %1064, 8
  %1067 = xor i32 %1065, %1066
  %1068 = uitofp i32 %1067 to float
  %1069 = fmul float %1068, 0x3E70000000000000
  %1070 = add i32 %1037, -878672416
  %1071 = add i32 %1070, %1039
  %1072 = lshr i32 %1071, 15
  %1073 = xor i32 %1072, %1071
  %1074 = mul i32 %1073, -2048144777
  %1075 = lshr i32 %1074, 13
  %1076 = xor i32 %1075, %1074
  %1077 = mul i32 %1076, -1028477379
  %1078 = lshr i32 %1077, 24
  %1079 = lshr i32 %1077, 8
  %1080 = xor i32 %1078, %1079
  %1081 = uitofp i32 %1080 to float
  %1082 = fmul float %1081, 0x3E70000000000000
  %1083 = add i32 %1057, %1040
  %1084 = lshr i32 %1083, 15
  %1085 = xor i32 %1084, %1083
  %1086 = mul i32 %1085, -2048144777
  %1087 = lshr i32 %1086, 13
  %1088 = xor i32 %1087, %1086
  %1089 = mul i32 %1088, -1028477379
  %1090 = lshr i32 %1089, 24
  %1091 = lshr i32 %1089, 8
  %1092 = xor i32 %1090, %1091
  %1093 = uitofp i32 %1092 to float
  %1094 = fmul float %1093, 0x3E70000000000000
  %1095 = add i32 %1070, %1040
  %1096 = lshr i32 %1095, 15
  %1097 = xor i32 %1096, %1095
  %1098 = mul i32 %1097, -2048144777
  %1099 = lshr i32 %1098, 13
  %1100 = xor i32 %1099, %1098
  %1101 = mul i32 %1100, -1028477379
  %1102 = lshr i32 %1101, 24
  %1103 = lshr i32 %1101, 8
  %1104 = xor i32 %1102, %1103
  %1105 = uitofp i32 %1104 to float
  %1106 = fmul float %1105, 0x3E70000000000000
  %1107 = fsub float %1082, %1069
  %1108 = fmul float %1049, %1107
  %1109 = fadd float %1069, %1108
  %1110 = fsub float %1106, %1094
  %1111 = fmul float %1049, %1110
  %1112 = fadd float %1094, %1111
  %1113 = fsub float %1112, %1109
  %1114 = fmul float %1056, %1113
  %1115 = fadd float %1109, %1114
  %1116 = fmul float %1115, 0x3FE6666660000000
  %1117 = getelementptr i8, ptr %1026, i64 16896
  store float %1116, ptr %1117, align 4
  %1118 = getelementptr i8, ptr %1026, i64 17920
  store float 0.000000e+00, ptr %1118, align 4
  %1119 = getelementptr i8, ptr %1026, i64 18432
  store float 0.000000e+00, ptr %1119, align 4
  %1120 = getelementptr i8, ptr %1026, i64 18944
  store float 0.000000e+00, ptr %1120, align 4
  %1121 = icmp eq i64 %2, %1025
  br i1 %1121, label %1122, label %1023
1122:
  %1123 = phi i64 [ %1124, %1122 ], [ 0, %1023 ]
  %1124 = add nuw nsw i64 %1123, 1
  %1125 = getelementptr float, ptr %1, i64 %1123
  %1126 = getelementptr i8, ptr %1125, i64 3072
  %1127 = load float, ptr %1126, align 4
  %1128 = getelementptr i8, ptr %1125, i64 3584
  %1129 = load float, ptr %1128, align 4
  %1130 = getelementptr i8, ptr %1125, i64 16896
  %1131 = load float, ptr %1130, align 4
  %1132 = fmul float %1127, 0x3FECCCCCC0000000
  %1133 = fmul float %1129, 0x3FE3333340000000
  %1134 = tail call float @llvm.floor.f32(float %1132)
  %1135 = tail call float @llvm.floor.f32(float %1133)
  %1136 = fptosi float %1134 to i32
  %1137 = mul i32 %1136, 374761393
  %1138 = fptosi float %1135 to i32
  %1139 = mul i32 %1138, 668265263
  %1140 = add i32 %1139, 668265263
  %1141 = fsub float %1132, %1134
  %1142 = fsub float %1133, %1135
  %1143 = fmul float %1141, %1141
  %1144 = fmul float %1141, %1143
  %1145 = fmul float %1141, 6.000000e+00
  %1146 = fadd float %1145, -1.500000e+01
  %1147 = fmul float %1141, %1146
  %1148 = fadd float %1147, 1.000000e+01
  %1149 = fmul float %1144, %1148
  %1150 = fmul float %1142, %1142
  %1151 = fmul float %1142, %1150
  %1152 = fmul float %1142, 6.000000e+00
  %1153 = fadd float %1152, -1.500000e+01
  %1154 = fmul float %1142, %1153
  %1155 = fadd float %1154, 1.000000e+01
  %1156 = fmul float %1151, %1155
  %1157 = add i32 %1137, 993388710
  %1158 = add i32 %1157, %1139
  %1159 = lshr i32 %1158, 15
  %1160 = xor i32 %1159, %1158
  %1161 = mul i32 %1160, -2048144777
  %1162 = lshr i32 %1161, 13
  %1163 = xor i32 %1162, %1161
  %1164 = mul i32 %1163, -1028477379
  %1165 = lshr i32 %1164, 24
  %1166 = lshr i32 %1164, 8
  %1167 = xor i32 %1165, %1166
  %1168 = uitofp i32 %1167 to float
  %1169 = fmul float %1168, 0x3E70000000000000
  %1170 = add i32 %1137, 1368150103
  %1171 = add i32 %1170, %1139
  %1172 = lshr i32 %1171, 15
  %1173 = xor i32 %1172, %1171
  %1174 = mul i32 %1173, -2048144777
  %1175 = lshr i32 %1174, 13
  %1176 = xor i32 %1175, %1174
  %1177 = mul i32 %1176, -1028477379
  %1178 = lshr i32 %1177, 24
  %1179 = lshr i32 %1177, 8
  %1180 = xor i32 %1178, %1179
  %1181 = uitofp i32 %1180 to float
  %1182 = fmul float %1181, 0x3E70000000000000
  %1183 = add i32 %1157, %1140
  %1184 = lshr i32 %1183, 15
  %1185 = xor i32 %1184, %1183
  %1186 = mul i32 %1185, -2048144777
  %1187 = lshr i32 %1186, 13
  %1188 = xor i32 %1187, %1186
  %1189 = mul i32 %1188, -1028477379
  %1190 = lshr i32 %1189, 24
  %1191 = lshr i32 %1189, 8
  %1192 = xor i32 %1190, %1191
  %1193 = uitofp i32 %1192 to float
  %1194 = fmul float %1193, 0x3E70000000000000
  %1195 = add i32 %1170, %1140
  %1196 = lshr i32 %1195, 15
  %1197 = xor i32 %1196, %1195
  %1198 = mul i32 %1197, -2048144777
  %1199 = lshr i32 %1198, 13
  %1200 = xor i32 %1199, %1198
  %1201 = mul i32 %1200, -1028477379
  %1202 = lshr i32 %1201, 24
  %1203 = lshr i32 %1201, 8
  %1204 = xor i32 %1202, %1203
  %1205 = uitofp i32 %1204 to float
  %1206 = fmul float %1205, 0x3E70000000000000
  %1207 = fsub float %1182, %1169
  %1208 = fmul float %1149, %1207
  %1209 = fadd float %1169, %1208
  %1210 = fsub float %1206, %1194
  %1211 = fmul float %1149, %1210
  %1212 = fadd float %1194, %1211
  %1213 = fsub float %1212, %1209
  %1214 = fmul float %1156, %1213
  %1215 = fadd float %1209, %1214
  %1216 = fmul float %1215, 0x3FD3333340000000
  %1217 = fadd float %1131, %1216
  store float %1217, ptr %1130, align 4
  %1218 = icmp eq i64 %2, %1124
  br i1 %1218, label %560, label %1122
1219:
  %1220 = phi float [ %564, %560 ], [ %575, %567 ]
  %1221 = fcmp olt float %1220, 0x3FE3333340000000
  br i1 %1221, label %577, label %743
1222:
  %1223 = fadd double %27, 2.000000e-01
  %1224 = fdiv double %1223, 4.500000e-01
  %1225 = fptrunc double %1224 to float
  br label %1236
1226:
  %1227 = fdiv float %1335, 0x3FA1EB8520000000
  %1228 = fsub float 1.000000e+00, %1227
  %1229 = fcmp olt float %1228, 0.000000e+00
  %1230 = select i1 %1229, float 0.000000e+00, float %1228
  %1231 = fmul float %1288, %1230
  br label %1232
1232:
  %1233 = phi float [ %1231, %1226 ], [ 0.000000e+00, %1236 ]
  %1234 = fadd float %1387, %1233
  store float %1234, ptr %1386, align 4
  %1235 = icmp eq i64 %2, %1238
  br i1 %1235, label %743, label %1236
1236:
  %1237 = phi i64 [ %1238, %1232 ], [ 0, %1222 ]
  %1238 = add nuw nsw i64 %1237, 1
  %1239 = getelementptr float, ptr %1, i64 %1237
  %1240 = getelementptr i8, ptr %1239, i64 3072
  %1241 = load float, ptr %1240, align 4
  %1242 = fadd float %1241, 0x3FD28F5C20000000
  %1243 = getelementptr i8, ptr %1239, i64 3584
  %1244 = load float, ptr %1243, align 4
  %1245 = fadd float %1244, 0x3FC5C28F60000000
  %1246 = fdiv float %1242, 0x3FE19999A0000000
  %1247 = tail call float @llvm.floor.f32(float %1246)
  %1248 = fdiv float %1245, 0x3FE19999A0000000
  %1249 = tail call float @llvm.floor.f32(float %1248)
  %1250 = fptosi float %1247 to i32
  %1251 = fptosi float %1249 to i32
  %1252 = mul i32 %1250, 374761393
  %1253 = mul i32 %1251, 668265263
  %1254 = add i32 %1252, -2109512134
  %1255 = add i32 %1254, %1253
  %1256 = lshr i32 %1255, 15
  %1257 = xor i32 %1256, %1255
  %1258 = mul i32 %1257, -2048144777
  %1259 = lshr i32 %1258, 13
  %1260 = xor i32 %1259, %1258
  %1261 = mul i32 %1260, -1028477379
  %1262 = lshr i32 %1261, 24
  %1263 = lshr i32 %1261, 8
  %1264 = xor i32 %1262, %1263
  %1265 = uitofp i32 %1264 to float
  %1266 = fmul float %1265, 0x3E70000000000000
  %1267 = fadd float %1266, %1225
  %1268 = tail call float @llvm.floor.f32(float %1267)
  %1269 = fsub float %1267, %1268
  %1270 = fptosi float %1268 to i32
  %1271 = mul i32 %1270, 7
  %1272 = add i32 %1271, %1250
  %1273 = mul i32 %1272, 374761393
  %1274 = add i32 %1253, 335988127
  %1275 = add i32 %1274, %1273
  %1276 = lshr i32 %1275, 15
  %1277 = xor i32 %1276, %1275
  %1278 = mul i32 %1277, -2048144777
  %1279 = lshr i32 %1278, 13
  %1280 = xor i32 %1279, %1278
  %1281 = mul i32 %1280, -1028477379
  %1282 = lshr i32 %1281, 24
  %1283 = lshr i32 %1281, 8
  %1284 = xor i32 %1282, %1283
  %1285 = uitofp i32 %1284 to float
  %1286 = fmul float %1285, 0x3E70000000000000
  %1287 = fcmp ogt float %1286, 0x3FE3333340000000
  %1288 = select i1 %1287, float 0.000000e+00, float 1.000000e+00
  %1289 = mul i32 %1270, 13
  %1290 = add i32 %1289, %1251
  %1291 = mul i32 %1290, 668265263
  %1292 = add i32 %1252, 137310385
  %1293 = add i32 %1292, %1291
  %1294 = lshr i32 %1293, 15
  %1295 = xor i32 %1294, %1293
  %1296 = mul i32 %1295, -2048144777
  %1297 = lshr i32 %1296, 13
  %1298 = xor i32 %1297, %1296
  %1299 = mul i32 %1298, -1028477379
  %1300 = lshr i32 %1299, 24
  %1301 = lshr i32 %1299, 8
  %1302 = xor i32 %1300, %1301
  %1303 = uitofp i32 %1302 to float
  %1304 = fmul float %1303, 0x3E70000000000000
  %1305 = fadd float %1247, 0x3FD3333340000000
  %1306 = fmul float %1304, 0x3FD99999A0000000
  %1307 = fadd float %1305, %1306
  %1308 = fmul float %1307, 0x3FE19999A0000000
  %1309 = fsub float %1242, %1308
  %1310 = mul i32 %1270, 17
  %1311 = add i32 %1310, %1251
  %1312 = mul i32 %1311, 668265263
  %1313 = add i32 %1252, -1910834392
  %1314 = add i32 %1313, %1312
  %1315 = lshr i32 %1314, 15
  %1316 = xor i32 %1315, %1314
  %1317 = mul i32 %1316, -2048144777
  %1318 = lshr i32 %1317, 13
  %1319 = xor i32 %1318, %1317
  %1320 = mul i32 %1319, -1028477379
  %1321 = lshr i32 %1320, 24
  %1322 = lshr i32 %1320, 8
  %1323 = xor i32 %1321, %1322
  %1324 = uitofp i32 %1323 to float
  %1325 = fmul float %1324, 0x3E70000000000000
  %1326 = fadd float %1249, 0x3FD3333340000000
  %1327 = fmul float %1325, 0x3FD99999A0000000
  %1328 = fadd float %1326, %1327
  %1329 = fmul float %1328, 0x3FE19999A0000000
  %1330 = fsub float %1245, %1329
  %1331 = fmul float %1309, %1309
  %1332 = fmul float %1330, %1330
  %1333 = fadd float %1331, %1332
  %1334 = tail call float @llvm.sqrt.f32(float %1333)
  %1335 = fadd float %1334, 0x3F1A36E2E0000000
  %1336 = fmul float %1269, 0x3FC5C28F60000000
  %1337 = fsub float %1335, %1336
  %1338 = fdiv float %1337, 0x3F96872B00000000
  %1339 = fsub float 1.000000e+00, %1269
  %1340 = fmul float %1339, 0x3FCC28F5C0000000
  %1341 = fmul float %1340, %1338
  %1342 = fmul float %1338, 0xBFF7154760000000
  %1343 = fmul float %1338, %1342
  %1344 = fcmp olt float %1343, -1.260000e+02
  %1345 = select i1 %1344, float -1.260000e+02, float %1343
  %1346 = fcmp ogt float %1345, 1.260000e+02
  %1347 = select i1 %1346, float 1.260000e+02, float %1345
  %1348 = fadd float %1347, 5.000000e-01
  %1349 = tail call float @llvm.floor.f32(float %1348)
  %1350 = fsub float %1347, %1349
  %1351 = fmul float %1350, 0x3F83C6E5C0000000
  %1352 = fadd float %1351, 0x3FAC96D5E0000000
  %1353 = fmul float %1350, %1352
  %1354 = fadd float %1353, 0x3FCEBFB3E0000000
  %1355 = fmul float %1350, %1354
  %1356 = fadd float %1355, 0x3FE62E2D20000000
  %1357 = fmul float %1350, %1356
  %1358 = fadd float %1357, 1.000000e+00
  %1359 = fptosi float %1349 to i32
  %1360 = shl i32 %1359, 23
  %1361 = add i32 %1360, 1065353216
  %1362 = bitcast i32 %1361 to float
  %1363 = fmul float %1358, %1362
  %1364 = fmul float %1341, %1363
  %1365 = fsub float 0x3FCB851EC0000000, %1335
  %1366 = fmul float %1365, 2.000000e+01
  %1367 = fcmp olt float %1366, 0.000000e+00
  %1368 = select i1 %1367, float 0.000000e+00, float %1366
  %1369 = fcmp ogt float %1368, 1.000000e+00
  %1370 = select i1 %1369, float 1.000000e+00, float %1368
  %1371 = fmul float %1370, %1370
  %1372 = fmul float %1370, 2.000000e+00
  %1373 = fsub float 3.000000e+00, %1372
  %1374 = fmul float %1371, %1373
  %1375 = fmul float %1288, %1374
  %1376 = fdiv float %1375, %1335
  %1377 = fmul float %1376, %1364
  %1378 = getelementptr i8, ptr %1239, i64 17920
  %1379 = load float, ptr %1378, align 4
  %1380 = fmul float %1309, %1377
  %1381 = fadd float %1380, %1379
  store float %1381, ptr %1378, align 4
  %1382 = getelementptr i8, ptr %1239, i64 18432
  %1383 = load float, ptr %1382, align 4
  %1384 = fmul float %1330, %1377
  %1385 = fadd float %1384, %1383
  store float %1385, ptr %1382, align 4
  %1386 = getelementptr i8, ptr %1239, i64 18944
  %1387 = load float, ptr %1386, align 4
  %1388 = fcmp olt float %1269, 0x3FC47AE140000000
  br i1 %1388, label %1226, label %1232
1389:
  %1390 = phi i64 [ %1391, %808 ], [ 0, %743 ]
  %1391 = add nuw nsw i64 %1390, 1
  %1392 = getelementptr float, ptr %1, i64 %1390
  %1393 = getelementptr i8, ptr %1392, i64 11264
  %1394 = load float, ptr %1393, align 4
  %1395 = getelementptr i8, ptr %1392, i64 7680
  %1396 = fcmp olt float %1394, 5.000000e-01
  %1397 = load float, ptr %1395, align 4
  br i1 %1396, label %744, label %763
1398:
  %1399 = phi i64 [ %1400, %1398 ], [ 0, %1022 ]
  %1400 = add nuw nsw i64 %1399, 1
  %1401 = getelementptr float, ptr %1, i64 %1399
  %1402 = getelementptr i8, ptr %1401, i64 3072
  %1403 = load float, ptr %1402, align 4
  %1404 = fmul float %1403, 0x3FF4CCCCC0000000
  %1405 = getelementptr i8, ptr %1401, i64 3584
  %1406 = load float, ptr %1405, align 4
  %1407 = fmul float %1406, 0x3FF4CCCCC0000000
  %1408 = tail call float @llvm.floor.f32(float %1404)
  %1409 = tail call float @llvm.floor.f32(float %1407)
  %1410 = fptosi float %1408 to i32
  %1411 = mul i32 %1410, 374761393
  %1412 = fptosi float %1409 to i32
  %1413 = mul i32 %1412, 668265263
  %1414 = add i32 %1413, 668265263
  %1415 = fsub float %1404, %1408
  %1416 = fsub float %1407, %1409
  %1417 = fmul float %1415, %1415
  %1418 = fmul float %1415, %1417
  %1419 = fmul float %1415, 6.000000e+00
  %1420 = fadd float %1419, -1.500000e+01
  %1421 = fmul float %1415, %1420
  %1422 = fadd float %1421, 1.000000e+01
  %1423 = fmul float %1418, %1422
  %1424 = fmul float %1416, %1416
  %1425 = fmul float %1416, %1424
  %1426 = fmul float %1416, 6.000000e+00
  %1427 = fadd float %1426, -1.500000e+01
  %1428 = fmul float %1416, %1427
  %1429 = fadd float %1428, 1.000000e+01
  %1430 = fmul float %1425, %1429
  %1431 = add i32 %1411, -856078325
  %1432 = add i32 %1431, %1413
  %1433 = lshr i32 %1432, 15
  %1434 = xor i32 %1433, %1432
  %1435 = mul i32 %1434, -2048144777
  %1436 = lshr i32 %1435, 13
  %1437 = xor i32 %1436, %1435
  %1438 = mul i32 %1437, -1028477379
  %1439 = lshr i32 %1438, 24
  %1440 = lshr i32 %1438, 8
  %1441 = xor i32 %1439, %1440
  %1442 = uitofp i32 %1441 to float
  %1443 = fmul float %1442, 0x3E70000000000000
  %1444 = add i32 %1411, -481316932
  %1445 = add i32 %1444, %1413
  %1446 = lshr i32 %1445, 15
  %1447 = xor i32 %1446, %1445
  %1448 = mul i32 %1447, -2048144777
  %1449 = lshr i32 %1448, 13
  %1450 = xor i32 %1449, %1448
  %1451 = mul i32 %1450, -1028477379
  %1452 = lshr i32 %1451, 24
  %1453 = lshr i32 %1451, 8
  %1454 = xor i32 %1452, %1453
  %1455 = uitofp i32 %1454 to float
  %1456 = fmul float %1455, 0x3E70000000000000
  %1457 = add i32 %1431, %1414
  %1458 = lshr i32 %1457, 15
  %1459 = xor i32 %1458, %1457
  %1460 = mul i32 %1459, -2048144777
  %1461 = lshr i32 %1460, 13
  %1462 = xor i32 %1461, %1460
  %1463 = mul i32 %1462, -1028477379
  %1464 = lshr i32 %1463, 24
  %1465 = lshr i32 %1463, 8
  %1466 = xor i32 %1464, %1465
  %1467 = uitofp i32 %1466 to float
  %1468 = fmul float %1467, 0x3E70000000000000
  %1469 = add i32 %1444, %1414
  %1470 = lshr i32 %1469, 15
  %1471 = xor i32 %1470, %1469
  %1472 = mul i32 %1471, -2048144777
  %1473 = lshr i32 %1472, 13
  %1474 = xor i32 %1473, %1472
  %1475 = mul i32 %1474, -1028477379
  %1476 = lshr i32 %1475, 24
  %1477 = lshr i32 %1475, 8
  %1478 = xor i32 %1476, %1477
  %1479 = uitofp i32 %1478 to float
  %1480 = fmul float %1479, 0x3E70000000000000
  %1481 = fsub float %1456, %1443
  %1482 = fmul float %1423, %1481
  %1483 = fadd float %1443, %1482
  %1484 = fsub float %1480, %1468
  %1485 = fmul float %1423, %1484
  %1486 = fadd float %1468, %1485
  %1487 = fsub float %1486, %1483
  %1488 = fmul float %1430, %1487
  %1489 = fadd float %1483, %1488
  %1490 = fadd float %1489, -5.000000e-01
  %1491 = getelementptr i8, ptr %1401, i64 19456
  store float %1490, ptr %1491, align 4
  %1492 = icmp eq i64 %2, %1400
  br i1 %1492, label %1583, label %1398
1493:
  %1494 = fadd double %1585, -1.001000e+00
  %1495 = fptrunc double %1494 to float
  %1496 = sitofp i64 %42 to double
  %1497 = fadd double %1496, -1.001000e+00
  %1498 = fptrunc double %1497 to float
  %1499 = mul i64 %43, %42
  %1500 = mul i64 %46, %45
  br label %1508
1501:
  br i1 %72, label %54, label %1668
1502:
  %1503 = add nuw nsw i64 %1509, 1
  %1504 = getelementptr i8, ptr %1510, i64 19968
  store float %1565, ptr %1504, align 4
  %1505 = getelementptr i8, ptr %1510, i64 20480
  store float %1573, ptr %1505, align 4
  %1506 = getelementptr i8, ptr %1510, i64 20992
  store float %1581, ptr %1506, align 4
  %1507 = icmp eq i64 %2, %1503
  br i1 %1507, label %1501, label %1508
1508:
  %1509 = phi i64 [ 0, %1493 ], [ %1503, %1502 ]
  %1510 = getelementptr float, ptr %1, i64 %1509
  %1511 = getelementptr i8, ptr %1510, i64 21504
  %1512 = load float, ptr %1511, align 4
  %1513 = fcmp olt float %1512, 0.000000e+00
  %1514 = select i1 %1513, float 0.000000e+00, float %1512
  %1515 = fcmp ogt float %1514, %1495
  %1516 = select i1 %1515, float %1495, float %1514
  %1517 = getelementptr i8, ptr %1510, i64 22016
  %1518 = load float, ptr %1517, align 4
  %1519 = fcmp olt float %1518, 0.000000e+00
  %1520 = select i1 %1519, float 0.000000e+00, float %1518
  %1521 = fcmp ogt float %1520, %1498
  %1522 = select i1 %1521, float %1498, float %1520
  %1523 = fptosi float %1516 to i64
  %1524 = fptosi float %1522 to i64
  %1525 = tail call float @llvm.floor.f32(float %1516)
  %1526 = fsub float %1516, %1525
  %1527 = tail call float @llvm.floor.f32(float %1522)
  %1528 = fsub float %1522, %1527
  %1529 = getelementptr i8, ptr %1510, i64 16896
  %1530 = load float, ptr %1529, align 4
  %1531 = fmul float %1530, 7.500000e-01
  %1532 = fadd float %1531, 0x3FB99999A0000000
  %1533 = fsub float 1.000000e+00, %1526
  %1534 = fsub float 1.000000e+00, %1528
  br label %1535
1535:
  %1536 = phi float [ 0.000000e+00, %1508 ], [ %1565, %1535 ]
  %1537 = phi float [ 0.000000e+00, %1508 ], [ %1573, %1535 ]
  %1538 = phi float [ 0.000000e+00, %1508 ], [ %1581, %1535 ]
  %1539 = phi i64 [ 0, %1508 ], [ %1540, %1535 ]
  %1540 = add nuw nsw i64 %1539, 1
  %1541 = lshr i64 %1539, 1
  %1542 = add i64 %1541, %1523
  %1543 = and i64 %1539, 1
  %1544 = add i64 %1543, %1524
  %1545 = icmp ugt i64 %1539, 1
  %1546 = select i1 %1545, float %1526, float %1533
  %1547 = icmp eq i64 %1543, 0
  %1548 = select i1 %1547, float %1534, float %1528
  %1549 = fmul float %1546, %1548
  %1550 = fmul float %1532, %1549
  %1551 = fsub float %1549, %1550
  %1552 = mul i64 %1499, %1542
  %1553 = mul i64 %1544, %43
  %1554 = getelementptr float, ptr %40, i64 %1552
  %1555 = getelementptr float, ptr %1554, i64 %1553
  %1556 = load float, ptr %1555, align 4
  %1557 = fmul float %1550, %1556
  %1558 = mul i64 %1500, %1542
  %1559 = mul i64 %1544, %46
  %1560 = getelementptr float, ptr %44, i64 %1558
  %1561 = getelementptr float, ptr %1560, i64 %1559
  %1562 = load float, ptr %1561, align 4
  %1563 = fmul float %1551, %1562
  %1564 = fadd float %1557, %1563
  %1565 = fadd float %1536, %1564
  %1566 = getelementptr i8, ptr %1555, i64 4
  %1567 = load float, ptr %1566, align 4
  %1568 = fmul float %1550, %1567
  %1569 = getelementptr i8, ptr %1561, i64 4
  %1570 = load float, ptr %1569, align 4
  %1571 = fmul float %1551, %1570
  %1572 = fadd float %1568, %1571
  %1573 = fadd float %1537, %1572
  %1574 = getelementptr i8, ptr %1555, i64 8
  %1575 = load float, ptr %1574, align 4
  %1576 = fmul float %1550, %1575
  %1577 = getelementptr i8, ptr %1561, i64 8
  %1578 = load float, ptr %1577, align 4
  %1579 = fmul float %1551, %1578
  %1580 = fadd float %1576, %1579
  %1581 = fadd float %1538, %1580
  %1582 = icmp eq i64 %1540, 4
  br i1 %1582, label %1502, label %1535
1583:
  %1584 = fptrunc double %35 to float
  %1585 = sitofp i64 %41 to double
  %1586 = fadd double %1585, -5.000000e-01
  %1587 = fptrunc double %1586 to float
  br label %1588
1588:
  %1589 = phi i64 [ %1590, %1588 ], [ 0, %1583 ]
  %1590 = add nuw nsw i64 %1589, 1
  %1591 = getelementptr float, ptr %1, i64 %1589
  %1592 = getelementptr i8, ptr %1591, i64 4096
  %1593 = load float, ptr %1592, align 4
  %1594 = getelementptr i8, ptr %1591, i64 4608
  %1595 = load float, ptr %1594, align 4
  %1596 = getelementptr i8, ptr %1591, i64 6656
  %1597 = load float, ptr %1596, align 4
  %1598 = getelementptr i8, ptr %1591, i64 17408
  %1599 = load float, ptr %1598, align 4
  %1600 = getelementptr i8, ptr %1591, i64 16896
  %1601 = load float, ptr %1600, align 4
  %1602 = getelementptr i8, ptr %1591, i64 12800
  %1603 = load float, ptr %1602, align 4
  %1604 = getelementptr i8, ptr %1591, i64 19456
  %1605 = load float, ptr %1604, align 4
  %1606 = getelementptr i8, ptr %1591, i64 17920
  %1607 = load float, ptr %1606, align 4
  %1608 = fmul float %1593, %1607
  %1609 = getelementptr i8, ptr %1591, i64 18432
  %1610 = load float, ptr %1609, align 4
  %1611 = fmul float %1595, %1610
  %1612 = fadd float %1608, %1611
  %1613 = fmul float %1599, %1612
  %1614 = fmul float %1595, %1607
  %1615 = fmul float %1593, %1610
  %1616 = fsub float %1614, %1615
  %1617 = fmul float %1599, %1616
  %1618 = fmul float %1605, 0x3F9EB851E0000000
  %1619 = fadd float %1603, -5.000000e-01
  %1620 = fmul float %1619, 0x3F9EB851E0000000
  %1621 = fadd float %1618, %1620
  %1622 = fmul float %1601, 0x3FECCCCCC0000000
  %1623 = fsub float 1.000000e+00, %1622
  %1624 = fmul float %1623, %1621
  %1625 = fadd float %1624, %1613
  %1626 = getelementptr i8, ptr %1591, i64 1536
  %1627 = load float, ptr %1626, align 4
  %1628 = fsub float %1627, %61
  %1629 = fmul float %1628, 5.000000e-01
  %1630 = fsub float %1587, %1629
  %1631 = fmul float %1625, %1584
  %1632 = fadd float %1630, %1631
  %1633 = getelementptr i8, ptr %1591, i64 21504
  store float %1632, ptr %1633, align 4
  %1634 = getelementptr i8, ptr %1591, i64 1024
  %1635 = load float, ptr %1634, align 4
  %1636 = fmul float %1635, 5.000000e-01
  %1637 = fadd float %1636, -5.000000e-01
  %1638 = fmul float %1617, %1584
  %1639 = fadd float %1597, 0x3FC99999A0000000
  %1640 = fmul float %1639, %1638
  %1641 = fadd float %1637, %1640
  %1642 = getelementptr i8, ptr %1591, i64 22016
  store float %1641, ptr %1642, align 4
  %1643 = fsub float 1.000000e+00, %1597
  %1644 = fmul float %1643, 0x3FEE147AE0000000
  %1645 = fmul float %1643, %1644
  %1646 = fmul float %1643, %1645
  %1647 = fmul float %1643, %1646
  %1648 = fadd float %1647, 0x3FAEB851E0000000
  %1649 = fmul float %1605, 5.000000e-01
  %1650 = fadd float %1649, 0x3FE19999A0000000
  %1651 = fmul float %1619, 2.500000e-01
  %1652 = fadd float %1651, %1650
  %1653 = fsub float 1.000000e+00, %1601
  %1654 = getelementptr i8, ptr %1591, i64 11776
  %1655 = load float, ptr %1654, align 4
  %1656 = fsub float 1.000000e+00, %1655
  %1657 = fmul float %1656, 0x3FD6666660000000
  %1658 = fsub float 1.000000e+00, %1657
  %1659 = fmul float %1653, %1658
  %1660 = fmul float %1652, %1659
  %1661 = fmul float %1601, 0x3FE6666660000000
  %1662 = fmul float %1661, %1648
  %1663 = fsub float 1.000000e+00, %1662
  store float %1663, ptr %1598, align 4
  %1664 = fadd float %1601, %1660
  %1665 = fmul float %1648, %1664
  %1666 = fmul float %1665, %561
  store float %1666, ptr %1604, align 4
  %1667 = icmp eq i64 %2, %1590
  br i1 %1667, label %1493, label %1588
1668:
  %1669 = phi i64 [ %1670, %1668 ], [ 0, %1501 ]
  %1670 = add nuw nsw i64 %1669, 1
  %1671 = getelementptr float, ptr %1, i64 %1669
  %1672 = getelementptr i8, ptr %1671, i64 17408
  %1673 = load float, ptr %1672, align 4
  %1674 = getelementptr i8, ptr %1671, i64 19456
  %1675 = load float, ptr %1674, align 4
  %1676 = getelementptr i8, ptr %1671, i64 18944
  %1677 = load float, ptr %1676, align 4
  %1678 = getelementptr i8, ptr %1671, i64 6144
  %1679 = load float, ptr %1678, align 4
  %1680 = fadd float %1679, 0xBFB99999A0000000
  %1681 = fmul float %1680, -1.250000e+01
  %1682 = fcmp olt float %1681, 0.000000e+00
  %1683 = select i1 %1682, float 0.000000e+00, float %1681
  %1684 = fcmp ogt float %1683, 1.000000e+00
  %1685 = select i1 %1684, float 1.000000e+00, float %1683
  %1686 = fmul float %1685, %1685
  %1687 = fmul float %1685, 2.000000e+00
  %1688 = fsub float 3.000000e+00, %1687
  %1689 = fmul float %1686, %1688
  %1690 = fmul float %1677, %1689
  %1691 = fmul float %1690, 2.500000e-01
  %1692 = fmul float %1690, 5.000000e-01
  %1693 = fadd float %1675, %1692
  %1694 = getelementptr i8, ptr %1671, i64 15360
  %1695 = load float, ptr %1694, align 4
  %1696 = fmul float %1673, %1695
  %1697 = getelementptr i8, ptr %1671, i64 19968
  %1698 = load float, ptr %1697, align 4
  %1699 = fmul float %1698, %1693
  %1700 = fadd float %1696, %1699
  %1701 = getelementptr i8, ptr %1671, i64 13824
  %1702 = load float, ptr %1701, align 4
  %1703 = fmul float %1702, %1691
  %1704 = fadd float %1703, %1700
  store float %1704, ptr %1694, align 4
  %1705 = getelementptr i8, ptr %1671, i64 15872
  %1706 = load float, ptr %1705, align 4
  %1707 = fmul float %1673, %1706
  %1708 = getelementptr i8, ptr %1671, i64 20480
  %1709 = load float, ptr %1708, align 4
  %1710 = fmul float %1709, %1693
  %1711 = fadd float %1707, %1710
  %1712 = getelementptr i8, ptr %1671, i64 14336
  %1713 = load float, ptr %1712, align 4
  %1714 = fmul float %1713, %1691
  %1715 = fadd float %1714, %1711
  store float %1715, ptr %1705, align 4
  %1716 = getelementptr i8, ptr %1671, i64 16384
  %1717 = load float, ptr %1716, align 4
  %1718 = fmul float %1673, %1717
  %1719 = getelementptr i8, ptr %1671, i64 20992
  %1720 = load float, ptr %1719, align 4
  %1721 = fmul float %1720, %1693
  %1722 = fadd float %1718, %1721
  %1723 = getelementptr i8, ptr %1671, i64 14848
  %1724 = load float, ptr %1723, align 4
  %1725 = fmul float %1724, %1691
  %1726 = fadd float %1725, %1722
  store float %1726, ptr %1716, align 4
  %1727 = icmp eq i64 %2, %1670
  br i1 %1727, label %1728, label %1668
1728:
  %1729 = fmul double %26, 1.200000e-01
  %1730 = fmul double %17, %1729
  %1731 = fmul double %18, %1729
  %1732 = fmul double %19, %1729
  %1733 = sitofp i64 %38 to double
  %1734 = fdiv double %1733, %56
  %1735 = add nsw i64 %38, -1
  %1736 = mul i64 %49, %48
  %1737 = tail call i64 @llvm.smin.i64(i64 %38, i64 0)
  br label %1738
1738:
  %1739 = phi i64 [ 0, %1728 ], [ %1740, %1738 ]
  %1740 = add nuw nsw i64 %1739, 1
  %1741 = getelementptr float, ptr %1, i64 %1739
  %1742 = load float, ptr %1741, align 4
  %1743 = fptosi float %1742 to i64
  %1744 = getelementptr i8, ptr %1741, i64 512
  %1745 = load float, ptr %1744, align 4
  %1746 = fptosi float %1745 to i64
  %1747 = getelementptr i8, ptr %1741, i64 1024
  %1748 = load float, ptr %1747, align 4
  %1749 = fpext float %1748 to double
  %1750 = fmul double %1734, %1749
  %1751 = fptosi double %1750 to i64
  %1752 = tail call i64 @llvm.smax.i64(i64 %1751, i64 0)
  %1753 = tail call i64 @llvm.smin.i64(i64 %1735, i64 %1752)
  %1754 = getelementptr i8, ptr %1741, i64 7168
  %1755 = load float, ptr %1754, align 4
  %1756 = getelementptr i8, ptr %1741, i64 2048
  %1757 = load float, ptr %1756, align 4
  %1758 = fsub float 1.000000e+00, %1755
  %1759 = mul i64 %1736, %1743
  %1760 = mul i64 %49, %1746
  %1761 = getelementptr float, ptr %47, i64 %1759
  %1762 = getelementptr float, ptr %1761, i64 %1760
  %1763 = load float, ptr %1762, align 4
  %1764 = getelementptr i8, ptr %1741, i64 15360
  %1765 = load float, ptr %1764, align 4
  %1766 = fmul float %1755, %1765
  %1767 = add i64 %1753, %1737
  %1768 = mul i64 %1767, %39
  %1769 = getelementptr double, ptr %37, i64 %1768
  %1770 = load double, ptr %1769, align 8
  %1771 = fadd double %1730, %1770
  %1772 = fptrunc double %1771 to float
  %1773 = fmul float %1758, %1772
  %1774 = fadd float %1766, %1773
  %1775 = fmul float %1757, %1774
  %1776 = fadd float %1763, %1775
  store float %1776, ptr %1762, align 4
  %1777 = getelementptr i8, ptr %1762, i64 4
  %1778 = load float, ptr %1777, align 4
  %1779 = getelementptr i8, ptr %1741, i64 15872
  %1780 = load float, ptr %1779, align 4
  %1781 = fmul float %1755, %1780
  %1782 = getelementptr i8, ptr %1769, i64 8
  %1783 = load double, ptr %1782, align 8
  %1784 = fadd double %1731, %1783
  %1785 = fptrunc double %1784 to float
  %1786 = fmul float %1758, %1785
  %1787 = fadd float %1781, %1786
  %1788 = fmul float %1757, %1787
  %1789 = fadd float %1778, %1788
  store float %1789, ptr %1777, align 4
  %1790 = getelementptr i8, ptr %1762, i64 8
  %1791 = load float, ptr %1790, align 4
  %1792 = getelementptr i8, ptr %1741, i64 16384
  %1793 = load float, ptr %1792, align 4
  %1794 = fmul float %1755, %1793
  %1795 = getelementptr i8, ptr %1769, i64 16
  %1796 = load double, ptr %1795, align 8
  %1797 = fadd double %1732, %1796
  %1798 = fptrunc double %1797 to float
  %1799 = fmul float %1758, %1798
  %1800 = fadd float %1794, %1799
  %1801 = fmul float %1757, %1800
  %1802 = fadd float %1791, %1801
  store float %1802, ptr %1790, align 4
  %1803 = mul i64 %51, %1743
  %1804 = getelementptr float, ptr %50, i64 %1803
  %1805 = getelementptr float, ptr %1804, i64 %1746
  %1806 = load float, ptr %1805, align 4
  %1807 = getelementptr i8, ptr %1741, i64 2560
  %1808 = load float, ptr %1807, align 4
  %1809 = fcmp olt float %1808, %1806
  %1810 = select i1 %1809, float %1808, float %1806
  store float %1810, ptr %1805, align 4
  %1811 = icmp eq i64 %2, %1740
  br i1 %1811, label %54, label %1738
1812:
  %1813 = fptrunc double %26 to float
  %1814 = mul i64 %9, %8
  br label %1948
1815:
  %1816 = load float, ptr %1971, align 4
  %1817 = fsub float %1959, %1816
  br label %1818
1818:
  %1819 = phi float [ %1817, %1815 ], [ 9.900000e+01, %1948 ]
  %1820 = getelementptr i8, ptr %1951, i64 8704
  store float %1819, ptr %1820, align 4
  %1821 = fcmp ogt float %1977, 0.000000e+00
  br i1 %1821, label %1822, label %1825
1822:
  %1823 = load float, ptr %1975, align 4
  %1824 = fsub float %1963, %1823
  br label %1825
1825:
  %1826 = phi float [ %1824, %1822 ], [ 9.900000e+01, %1818 ]
  %1827 = getelementptr i8, ptr %1951, i64 9216
  store float %1826, ptr %1827, align 4
  %1828 = fdiv float %1953, 3.000000e+00
  %1829 = fadd float %1828, -5.000000e-01
  %1830 = fdiv float %1955, 3.000000e+00
  %1831 = fadd float %1830, -5.000000e-01
  %1832 = tail call float @llvm.floor.f32(float %1829)
  %1833 = tail call float @llvm.floor.f32(float %1831)
  %1834 = fsub float %1829, %1832
  %1835 = fsub float %1831, %1833
  %1836 = fptosi float %1832 to i64
  %1837 = fptosi float %1833 to i64
  %1838 = and i64 %1837, 511
  %1839 = mul i64 %1838, %1814
  %1840 = getelementptr float, ptr %7, i64 %1839
  %1841 = add nsw i64 %1837, 1
  %1842 = and i64 %1841, 511
  %1843 = mul i64 %1842, %1814
  %1844 = getelementptr float, ptr %7, i64 %1843
  %1845 = and i64 %1836, 511
  %1846 = add nsw i64 %1836, 1
  %1847 = and i64 %1846, 511
  %1848 = fmul float %1834, %1835
  %1849 = fsub float %1834, %1848
  %1850 = fsub float %1835, %1848
  %1851 = fsub float 1.000000e+00, %1834
  %1852 = fsub float %1851, %1850
  %1853 = mul i64 %1845, %9
  %1854 = getelementptr float, ptr %1840, i64 %1853
  %1855 = load float, ptr %1854, align 4
  %1856 = fmul float %1852, %1855
  %1857 = mul i64 %1847, %9
  %1858 = getelementptr float, ptr %1840, i64 %1857
  %1859 = load float, ptr %1858, align 4
  %1860 = fmul float %1849, %1859
  %1861 = fadd float %1856, %1860
  %1862 = getelementptr float, ptr %1844, i64 %1853
  %1863 = load float, ptr %1862, align 4
  %1864 = fmul float %1850, %1863
  %1865 = fadd float %1861, %1864
  %1866 = getelementptr float, ptr %1844, i64 %1857
  %1867 = load float, ptr %1866, align 4
  %1868 = fmul float %1848, %1867
  %1869 = fadd float %1865, %1868
  %1870 = getelementptr i8, ptr %1951, i64 9728
  store float %1869, ptr %1870, align 4
  %1871 = add i64 %1853, 1
  %1872 = getelementptr float, ptr %1840, i64 %1871
  %1873 = load float, ptr %1872, align 4
  %1874 = fmul float %1852, %1873
  %1875 = add i64 %1857, 1
  %1876 = getelementptr float, ptr %1840, i64 %1875
  %1877 = load float, ptr %1876, align 4
  %1878 = fmul float %1849, %1877
  %1879 = fadd float %1874, %1878
  %1880 = getelementptr float, ptr %1844, i64 %1871
  %1881 = load float, ptr %1880, align 4
  %1882 = fmul float %1850, %1881
  %1883 = fadd float %1879, %1882
  %1884 = getelementptr float, ptr %1844, i64 %1875
  %1885 = load float, ptr %1884, align 4
  %1886 = fmul float %1848, %1885
  %1887 = fadd float %1883, %1886
  %1888 = getelementptr i8, ptr %1951, i64 10240
  store float %1887, ptr %1888, align 4
  %1889 = fmul float %1852, %1813
  %1890 = fmul float %1849, %1813
  %1891 = fmul float %1850, %1813
  %1892 = fmul float %1848, %1813
  %1893 = add i64 %1853, 2
  %1894 = getelementptr float, ptr %1840, i64 %1893
  %1895 = load float, ptr %1894, align 4
  %1896 = fmul float %1889, %1895
  %1897 = add i64 %1857, 2
  %1898 = getelementptr float, ptr %1840, i64 %1897
  %1899 = load float, ptr %1898, align 4
  %1900 = fmul float %1890, %1899
  %1901 = fadd float %1896, %1900
  %1902 = getelementptr float, ptr %1844, i64 %1893
  %1903 = load float, ptr %1902, align 4
  %1904 = fmul float %1891, %1903
  %1905 = fadd float %1901, %1904
  %1906 = getelementptr float, ptr %1844, i64 %1897
  %1907 = load float, ptr %1906, align 4
  %1908 = fmul float %1892, %1907
  %1909 = fadd float %1905, %1908
  %1910 = getelementptr i8, ptr %1951, i64 13824
  store float %1909, ptr %1910, align 4
  %1911 = add i64 %1853, 3
  %1912 = getelementptr float, ptr %1840, i64 %1911
  %1913 = load float, ptr %1912, align 4
  %1914 = fmul float %1889, %1913
  %1915 = add i64 %1857, 3
  %1916 = getelementptr float, ptr %1840, i64 %1915
  %1917 = load float, ptr %1916, align 4
  %1918 = fmul float %1890, %1917
  %1919 = fadd float %1914, %1918
  %1920 = getelementptr float, ptr %1844, i64 %1911
  %1921 = load float, ptr %1920, align 4
  %1922 = fmul float %1891, %1921
  %1923 = fadd float %1919, %1922
  %1924 = getelementptr float, ptr %1844, i64 %1915
  %1925 = load float, ptr %1924, align 4
  %1926 = fmul float %1892, %1925
  %1927 = fadd float %1923, %1926
  %1928 = getelementptr i8, ptr %1951, i64 14336
  store float %1927, ptr %1928, align 4
  %1929 = add i64 %1853, 4
  %1930 = getelementptr float, ptr %1840, i64 %1929
  %1931 = load float, ptr %1930, align 4
  %1932 = fmul float %1889, %1931
  %1933 = add i64 %1857, 4
  %1934 = getelementptr float, ptr %1840, i64 %1933
  %1935 = load float, ptr %1934, align 4
  %1936 = fmul float %1890, %1935
  %1937 = fadd float %1932, %1936
  %1938 = getelementptr float, ptr %1844, i64 %1929
  %1939 = load float, ptr %1938, align 4
  %1940 = fmul float %1891, %1939
  %1941 = fadd float %1937, %1940
  %1942 = getelementptr float, ptr %1844, i64 %1933
  %1943 = load float, ptr %1942, align 4
  %1944 = fmul float %1892, %1943
  %1945 = fadd float %1941, %1944
  %1946 = getelementptr i8, ptr %1951, i64 14848
  store float %1945, ptr %1946, align 4
  %1947 = icmp eq i64 %2, %1950
  br i1 %1947, label %2074, label %1948
1948:
  %1949 = phi i64 [ 0, %1812 ], [ %1950, %1825 ]
  %1950 = add nuw nsw i64 %1949, 1
  %1951 = getelementptr float, ptr %1, i64 %1949
  %1952 = getelementptr i8, ptr %1951, i64 3072
  %1953 = load float, ptr %1952, align 4
  %1954 = getelementptr i8, ptr %1951, i64 3584
  %1955 = load float, ptr %1954, align 4
  %1956 = fdiv float %1953, 1.536000e+03
  %1957 = tail call float @llvm.floor.f32(float %1956)
  %1958 = fmul float %1957, 1.536000e+03
  %1959 = fsub float %1953, %1958
  %1960 = fdiv float %1955, 1.536000e+03
  %1961 = tail call float @llvm.floor.f32(float %1960)
  %1962 = fmul float %1961, 1.536000e+03
  %1963 = fsub float %1955, %1962
  %1964 = fdiv float %1963, 3.000000e+00
  %1965 = fptosi float %1964 to i64
  %1966 = and i64 %1965, 511
  %1967 = fdiv float %1959, 3.000000e+00
  %1968 = fptosi float %1967 to i64
  %1969 = and i64 %1968, 511
  %1970 = mul i64 %1969, %4
  %1971 = getelementptr float, ptr %3, i64 %1970
  %1972 = getelementptr i8, ptr %1971, i64 4
  %1973 = load float, ptr %1972, align 4
  %1974 = mul i64 %1966, %6
  %1975 = getelementptr float, ptr %5, i64 %1974
  %1976 = getelementptr i8, ptr %1975, i64 4
  %1977 = load float, ptr %1976, align 4
  %1978 = getelementptr i8, ptr %1951, i64 7680
  store float %1973, ptr %1978, align 4
  %1979 = getelementptr i8, ptr %1951, i64 8192
  store float %1977, ptr %1979, align 4
  %1980 = fcmp ogt float %1973, 0.000000e+00
  br i1 %1980, label %1815, label %1818
1981:
  %1982 = getelementptr i8, ptr %2171, i64 3584
  %1983 = load float, ptr %1982, align 4
  %1984 = fmul float %1983, 0x4007333340000000
  %1985 = tail call float @llvm.floor.f32(float %1984)
  %1986 = getelementptr i8, ptr %2171, i64 3072
  %1987 = load float, ptr %1986, align 4
  %1988 = fmul float %1987, 0x4007333340000000
  %1989 = tail call float @llvm.floor.f32(float %1988)
  %1990 = fptosi float %1989 to i32
  %1991 = mul i32 %1990, 374761393
  %1992 = fptosi float %1985 to i32
  %1993 = mul i32 %1992, 668265263
  %1994 = add i32 %1991, 596033226
  %1995 = add i32 %1994, %1993
  %1996 = lshr i32 %1995, 15
  %1997 = xor i32 %1996, %1995
  %1998 = mul i32 %1997, -2048144777
  %1999 = lshr i32 %1998, 13
  %2000 = xor i32 %1999, %1998
  %2001 = mul i32 %2000, -1028477379
  %2002 = lshr i32 %2001, 24
  %2003 = lshr i32 %2001, 8
  %2004 = xor i32 %2002, %2003
  %2005 = uitofp i32 %2004 to float
  %2006 = fmul float %2005, 0x3E70000000000000
  %2007 = add i32 %1991, 970794619
  %2008 = add i32 %2007, %1993
  %2009 = lshr i32 %2008, 15
  %2010 = xor i32 %2009, %2008
  %2011 = mul i32 %2010, -2048144777
  %2012 = lshr i32 %2011, 13
  %2013 = xor i32 %2012, %2011
  %2014 = mul i32 %2013, -1028477379
  %2015 = lshr i32 %2014, 24
  %2016 = lshr i32 %2014, 8
  %2017 = xor i32 %2015, %2016
  %2018 = uitofp i32 %2017 to float
  %2019 = fmul float %2018, 0x3E70000000000000
  %2020 = fsub float %2019, %2006
  %2021 = fsub float %1988, %1989
  %2022 = fmul float %2021, %2021
  %2023 = fmul float %2021, %2022
  %2024 = fmul float %2021, 6.000000e+00
  %2025 = fadd float %2024, -1.500000e+01
  %2026 = fmul float %2021, %2025
  %2027 = fadd float %2026, 1.000000e+01
  %2028 = fmul float %2023, %2027
  %2029 = fmul float %2028, %2020
  %2030 = fadd float %2006, %2029
  %2031 = add i32 %1993, 668265263
  %2032 = add i32 %1994, %2031
  %2033 = lshr i32 %2032, 15
  %2034 = xor i32 %2033, %2032
  %2035 = mul i32 %2034, -2048144777
  %2036 = lshr i32 %2035, 13
  %2037 = xor i32 %2036, %2035
  %2038 = mul i32 %2037, -1028477379
  %2039 = lshr i32 %2038, 24
  %2040 = lshr i32 %2038, 8
  %2041 = xor i32 %2039, %2040
  %2042 = uitofp i32 %2041 to float
  %2043 = fmul float %2042, 0x3E70000000000000
  %2044 = add i32 %2007, %2031
  %2045 = lshr i32 %2044, 15
  %2046 = xor i32 %2045, %2044
  %2047 = mul i32 %2046, -2048144777
  %2048 = lshr i32 %2047, 13
  %2049 = xor i32 %2048, %2047
  %2050 = mul i32 %2049, -1028477379
  %2051 = lshr i32 %2050, 24
  %2052 = lshr i32 %2050, 8
  %2053 = xor i32 %2051, %2052
  %2054 = uitofp i32 %2053 to float
  %2055 = fmul float %2054, 0x3E70000000000000
  %2056 = fsub float %2055, %2043
  %2057 = fmul float %2028, %2056
  %2058 = fadd float %2043, %2057
  %2059 = fsub float %2058, %2030
  %2060 = fsub float %1984, %1985
  %2061 = fmul float %2060, %2060
  %2062 = fmul float %2060, %2061
  %2063 = fmul float %2060, 6.000000e+00
  %2064 = fadd float %2063, -1.500000e+01
  %2065 = fmul float %2060, %2064
  %2066 = fadd float %2065, 1.000000e+01
  %2067 = fmul float %2062, %2066
  %2068 = fmul float %2067, %2059
  %2069 = fadd float %2030, %2068
  br label %2070
2070:
  %2071 = phi float [ %2069, %1981 ], [ 5.000000e-01, %2168 ]
  %2072 = getelementptr i8, ptr %2171, i64 12800
  store float %2071, ptr %2072, align 4
  %2073 = icmp eq i64 %2, %2170
  br i1 %2073, label %2175, label %2168
2074:
  %2075 = phi i64 [ %2076, %2074 ], [ 0, %1825 ]
  %2076 = add nuw nsw i64 %2075, 1
  %2077 = getelementptr float, ptr %1, i64 %2075
  %2078 = getelementptr i8, ptr %2077, i64 3072
  %2079 = load float, ptr %2078, align 4
  %2080 = getelementptr i8, ptr %2077, i64 3584
  %2081 = load float, ptr %2080, align 4
  %2082 = fmul float %2079, 0x3FD7AE1480000000
  %2083 = fmul float %2081, 0x3FD28F5C20000000
  %2084 = tail call float @llvm.floor.f32(float %2082)
  %2085 = tail call float @llvm.floor.f32(float %2083)
  %2086 = fptosi float %2084 to i32
  %2087 = mul i32 %2086, 374761393
  %2088 = fptosi float %2085 to i32
  %2089 = mul i32 %2088, 668265263
  %2090 = add i32 %2089, 668265263
  %2091 = fsub float %2082, %2084
  %2092 = fsub float %2083, %2085
  %2093 = fmul float %2091, %2091
  %2094 = fmul float %2091, %2093
  %2095 = fmul float %2091, 6.000000e+00
  %2096 = fadd float %2095, -1.500000e+01
  %2097 = fmul float %2091, %2096
  %2098 = fadd float %2097, 1.000000e+01
  %2099 = fmul float %2094, %2098
  %2100 = fmul float %2092, %2092
  %2101 = fmul float %2092, %2100
  %2102 = fmul float %2092, 6.000000e+00
  %2103 = fadd float %2102, -1.500000e+01
  %2104 = fmul float %2092, %2103
  %2105 = fadd float %2104, 1.000000e+01
  %2106 = fmul float %2101, %2105
  %2107 = add i32 %2087, -1650789293
  %2108 = add i32 %2107, %2089
  %2109 = lshr i32 %2108, 15
  %2110 = xor i32 %2109, %2108
  %2111 = mul i32 %2110, -2048144777
  %2112 = lshr i32 %2111, 13
  %2113 = xor i32 %2112, %2111
  %2114 = mul i32 %2113, -1028477379
  %2115 = lshr i32 %2114, 24
  %2116 = lshr i32 %2114, 8
  %2117 = xor i32 %2115, %2116
  %2118 = uitofp i32 %2117 to float
  %2119 = fmul float %2118, 0x3E70000000000000
  %2120 = add i32 %2087, -1276027900
  %2121 = add i32 %2120, %2089
  %2122 = lshr i32 %2121, 15
  %2123 = xor i32 %2122, %2121
  %2124 = mul i32 %2123, -2048144777
  %2125 = lshr i32 %2124, 13
  %2126 = xor i32 %2125, %2124
  %2127 = mul i32 %2126, -1028477379
  %2128 = lshr i32 %2127, 24
  %2129 = lshr i32 %2127, 8
  %2130 = xor i32 %2128, %2129
  %2131 = uitofp i32 %2130 to float
  %2132 = fmul float %2131, 0x3E70000000000000
  %2133 = add i32 %2107, %2090
  %2134 = lshr i32 %2133, 15
  %2135 = xor i32 %2134, %2133
  %2136 = mul i32 %2135, -2048144777
  %2137 = lshr i32 %2136, 13
  %2138 = xor i32 %2137, %2136
  %2139 = mul i32 %2138, -1028477379
  %2140 = lshr i32 %2139, 24
  %2141 = lshr i32 %2139, 8
  %2142 = xor i32 %2140, %2141
  %2143 = uitofp i32 %2142 to float
  %2144 = fmul float %2143, 0x3E70000000000000
  %2145 = add i32 %2120, %2090
  %2146 = lshr i32 %2145, 15
  %2147 = xor i32 %2146, %2145
  %2148 = mul i32 %2147, -2048144777
  %2149 = lshr i32 %2148, 13
  %2150 = xor i32 %2149, %2148
  %2151 = mul i32 %2150, -1028477379
  %2152 = lshr i32 %2151, 24
  %2153 = lshr i32 %2151, 8
  %2154 = xor i32 %2152, %2153
  %2155 = uitofp i32 %2154 to float
  %2156 = fmul float %2155, 0x3E70000000000000
  %2157 = fsub float %2132, %2119
  %2158 = fmul float %2099, %2157
  %2159 = fadd float %2119, %2158
  %2160 = fsub float %2156, %2144
  %2161 = fmul float %2099, %2160
  %2162 = fadd float %2144, %2161
  %2163 = fsub float %2162, %2159
  %2164 = fmul float %2106, %2163
  %2165 = fadd float %2159, %2164
  %2166 = getelementptr i8, ptr %2077, i64 12288
  store float %2165, ptr %2166, align 4
  %2167 = icmp eq i64 %2, %2076
  br i1 %2167, label %2168, label %2074
2168:
  %2169 = phi i64 [ %2170, %2070 ], [ 0, %2074 ]
  %2170 = add nuw nsw i64 %2169, 1
  %2171 = getelementptr float, ptr %1, i64 %2169
  %2172 = getelementptr i8, ptr %2171, i64 6144
  %2173 = load float, ptr %2172, align 4
  %2174 = fcmp olt float %2173, 0x3FD99999A0000000
  br i1 %2174, label %1981, label %2070
2175:
  %2176 = phi i64 [ %2177, %2175 ], [ 0, %2070 ]
  %2177 = add nuw nsw i64 %2176, 1
  %2178 = getelementptr float, ptr %1, i64 %2176
  %2179 = getelementptr i8, ptr %2178, i64 3072
  %2180 = load float, ptr %2179, align 4
  %2181 = getelementptr i8, ptr %2178, i64 3584
  %2182 = load float, ptr %2181, align 4
  %2183 = getelementptr i8, ptr %2178, i64 5120
  %2184 = load float, ptr %2183, align 4
  %2185 = getelementptr i8, ptr %2178, i64 5632
  %2186 = load float, ptr %2185, align 4
  %2187 = getelementptr i8, ptr %2178, i64 12288
  %2188 = load float, ptr %2187, align 4
  %2189 = getelementptr i8, ptr %2178, i64 12800
  %2190 = load float, ptr %2189, align 4
  %2191 = getelementptr i8, ptr %2178, i64 8704
  %2192 = load float, ptr %2191, align 4
  %2193 = getelementptr i8, ptr %2178, i64 9216
  %2194 = load float, ptr %2193, align 4
  %2195 = getelementptr i8, ptr %2178, i64 7680
  %2196 = load float, ptr %2195, align 4
  %2197 = fcmp ogt float %2196, 1.000000e+00
  %2198 = select i1 %2197, float 1.000000e+00, float %2196
  %2199 = getelementptr i8, ptr %2178, i64 8192
  %2200 = load float, ptr %2199, align 4
  %2201 = fcmp ogt float %2200, 1.000000e+00
  %2202 = select i1 %2201, float 1.000000e+00, float %2200
  %2203 = fadd float %2196, 0xC010CCCCC0000000
  %2204 = fadd float %2200, 0xC010CCCCC0000000
  %2205 = fneg float %2203
  %2206 = fcmp olt float %2184, 0x3F1A36E2E0000000
  %2207 = select i1 %2206, float 0x3F1A36E2E0000000, float %2184
  %2208 = fadd float %2207, %2192
  %2209 = fcmp olt float %2203, %2208
  %2210 = select i1 %2209, float %2203, float %2208
  %2211 = fsub float %2192, %2207
  %2212 = fcmp olt float %2211, %2205
  %2213 = select i1 %2212, float %2205, float %2211
  %2214 = fsub float %2210, %2213
  %2215 = fcmp olt float %2214, 0.000000e+00
  %2216 = select i1 %2215, float 0.000000e+00, float %2214
  %2217 = fdiv float 5.000000e-01, %2207
  %2218 = fmul float %2217, %2216
  %2219 = fmul float %2198, %2218
  %2220 = fneg float %2204
  %2221 = fcmp olt float %2186, 0x3F1A36E2E0000000
  %2222 = select i1 %2221, float 0x3F1A36E2E0000000, float %2186
  %2223 = fadd float %2222, %2194
  %2224 = fcmp olt float %2204, %2223
  %2225 = select i1 %2224, float %2204, float %2223
  %2226 = fsub float %2194, %2222
  %2227 = fcmp olt float %2226, %2220
  %2228 = select i1 %2227, float %2220, float %2226
  %2229 = fsub float %2225, %2228
  %2230 = fcmp olt float %2229, 0.000000e+00
  %2231 = select i1 %2230, float 0.000000e+00, float %2229
  %2232 = fdiv float 5.000000e-01, %2222
  %2233 = fmul float %2232, %2231
  %2234 = fmul float %2202, %2233
  %2235 = fcmp ogt float %2234, %2219
  %2236 = select i1 %2235, float %2234, float %2219
  %2237 = getelementptr i8, ptr %2178, i64 10752
  store float %2219, ptr %2237, align 4
  %2238 = getelementptr i8, ptr %2178, i64 11264
  store float %2234, ptr %2238, align 4
  %2239 = getelementptr i8, ptr %2178, i64 11776
  store float %2236, ptr %2239, align 4
  %2240 = tail call float @llvm.fabs.f32(float %2192)
  %2241 = fadd float %2203, 0x3FD1EB8520000000
  %2242 = fadd float %2207, %2240
  %2243 = fcmp olt float %2241, %2242
  %2244 = select i1 %2243, float %2241, float %2242
  %2245 = fsub float %2240, %2207
  %2246 = fcmp ogt float %2203, %2245
  %2247 = select i1 %2246, float %2203, float %2245
  %2248 = fsub float %2244, %2247
  %2249 = fcmp olt float %2248, 0.000000e+00
  %2250 = select i1 %2249, float 0.000000e+00, float %2248
  %2251 = fmul float %2217, %2250
  %2252 = fsub float 1.000000e+00, %2234
  %2253 = fmul float %2251, %2252
  %2254 = fmul float %2198, %2253
  %2255 = tail call float @llvm.fabs.f32(float %2194)
  %2256 = fadd float %2204, 0x3FD1EB8520000000
  %2257 = fadd float %2222, %2255
  %2258 = fcmp olt float %2256, %2257
  %2259 = select i1 %2258, float %2256, float %2257
  %2260 = fsub float %2255, %2222
  %2261 = fcmp ogt float %2204, %2260
  %2262 = select i1 %2261, float %2204, float %2260
  %2263 = fsub float %2259, %2262
  %2264 = fcmp olt float %2263, 0.000000e+00
  %2265 = select i1 %2264, float 0.000000e+00, float %2263
  %2266 = fmul float %2232, %2265
  %2267 = fsub float 1.000000e+00, %2219
  %2268 = fmul float %2266, %2267
  %2269 = fmul float %2202, %2268
  %2270 = fcmp ogt float %2269, %2254
  %2271 = select i1 %2270, float %2269, float %2254
  %2272 = fmul float %2188, 0x3FD6666660000000
  %2273 = fadd float %2272, 7.500000e-01
  %2274 = fadd float %2190, -5.000000e-01
  %2275 = fmul float %2274, 0x3FD3333340000000
  %2276 = fadd float %2273, %2275
  %2277 = fmul float %2276, 0x3FB851EB80000000
  %2278 = fcmp ogt float %2219, 0.000000e+00
  %2279 = fcmp olt float %2234, 5.000000e-01
  %2280 = select i1 %2278, i1 %2279, i1 false
  %2281 = select i1 %2280, float 0x3FC47AE140000000, float 0.000000e+00
  %2282 = fdiv float %2192, 0x400CCCCCC0000000
  %2283 = fadd float %2282, 2.500000e-01
  %2284 = fdiv float %2184, 0x400CCCCCC0000000
  %2285 = fcmp olt float %2284, 0x3F1A36E2E0000000
  %2286 = select i1 %2285, float 0x3F1A36E2E0000000, float %2284
  %2287 = fadd float %2286, %2283
  %2288 = tail call float @llvm.floor.f32(float %2287)
  %2289 = fmul float %2288, 0x3FD1EB8520000000
  %2290 = fsub float %2287, %2288
  %2291 = fcmp olt float %2290, 0.000000e+00
  %2292 = select i1 %2291, float 0.000000e+00, float %2290
  %2293 = fcmp ogt float %2292, 0x3FD1EB8520000000
  %2294 = select i1 %2293, float 0x3FD1EB8520000000, float %2292
  %2295 = fadd float %2289, %2294
  %2296 = fsub float %2283, %2286
  %2297 = tail call float @llvm.floor.f32(float %2296)
  %2298 = fmul float %2297, 0x3FD1EB8520000000
  %2299 = fsub float %2296, %2297
  %2300 = fcmp olt float %2299, 0.000000e+00
  %2301 = select i1 %2300, float 0.000000e+00, float %2299
  %2302 = fcmp ogt float %2301, 0x3FD1EB8520000000
  %2303 = select i1 %2302, float 0x3FD1EB8520000000, float %2301
  %2304 = fadd float %2298, %2303
  %2305 = fsub float %2295, %2304
  %2306 = fdiv float 5.000000e-01, %2286
  %2307 = fmul float %2306, %2305
  %2308 = fmul float %2281, %2307
  %2309 = fsub float 1.000000e+00, %2308
  %2310 = fmul float %2277, %2309
  %2311 = fmul float %2188, 0x3FD0A3D700000000
  %2312 = fadd float %2311, 0x3FEA3D70A0000000
  %2313 = fmul float %2274, 0x3FC99999A0000000
  %2314 = fadd float %2312, %2313
  %2315 = fmul float %2314, 0x3FD3333340000000
  %2316 = fdiv float %2180, 0x3FF3333340000000
  %2317 = fdiv float %2184, 0x3FF3333340000000
  %2318 = fcmp olt float %2317, 0x3F1A36E2E0000000
  %2319 = select i1 %2318, float 0x3F1A36E2E0000000, float %2317
  %2320 = fadd float %2316, %2319
  %2321 = tail call float @llvm.floor.f32(float %2320)
  %2322 = fmul float %2321, 0x3F9EB851E0000000
  %2323 = fsub float %2320, %2321
  %2324 = fcmp olt float %2323, 0.000000e+00
  %2325 = select i1 %2324, float 0.000000e+00, float %2323
  %2326 = fcmp ogt float %2325, 0x3F9EB851E0000000
  %2327 = select i1 %2326, float 0x3F9EB851E0000000, float %2325
  %2328 = fadd float %2322, %2327
  %2329 = fsub float %2316, %2319
  %2330 = tail call float @llvm.floor.f32(float %2329)
  %2331 = fmul float %2330, 0x3F9EB851E0000000
  %2332 = fsub float %2329, %2330
  %2333 = fcmp olt float %2332, 0.000000e+00
  %2334 = select i1 %2333, float 0.000000e+00, float %2332
  %2335 = fcmp ogt float %2334, 0x3F9EB851E0000000
  %2336 = select i1 %2335, float 0x3F9EB851E0000000, float %2334
  %2337 = fadd float %2331, %2336
  %2338 = fsub float %2328, %2337
  %2339 = fdiv float 5.000000e-01, %2319
  %2340 = fmul float %2339, %2338
  %2341 = fdiv float %2182, 0x3FF3333340000000
  %2342 = fdiv float %2186, 0x3FF3333340000000
  %2343 = fcmp olt float %2342, 0x3F1A36E2E0000000
  %2344 = select i1 %2343, float 0x3F1A36E2E0000000, float %2342
  %2345 = fadd float %2341, %2344
  %2346 = tail call float @llvm.floor.f32(float %2345)
  %2347 = fmul float %2346, 0x3F9EB851E0000000
  %2348 = fsub float %2345, %2346
  %2349 = fcmp olt float %2348, 0.000000e+00
  %2350 = select i1 %2349, float 0.000000e+00, float %2348
  %2351 = fcmp ogt float %2350, 0x3F9EB851E0000000
  %2352 = select i1 %2351, float 0x3F9EB851E0000000, float %2350
  %2353 = fadd float %2347, %2352
  %2354 = fsub float %2341, %2344
  %2355 = tail call float @llvm.floor.f32(float %2354)
  %2356 = fmul float %2355, 0x3F9EB851E0000000
  %2357 = fsub float %2354, %2355
  %2358 = fcmp olt float %2357, 0.000000e+00
  %2359 = select i1 %2358, float 0.000000e+00, float %2357
  %2360 = fcmp ogt float %2359, 0x3F9EB851E0000000
  %2361 = select i1 %2360, float 0x3F9EB851E0000000, float %2359
  %2362 = fadd float %2356, %2361
  %2363 = fsub float %2353, %2362
  %2364 = fdiv float 5.000000e-01, %2344
  %2365 = fmul float %2364, %2363
  %2366 = fadd float %2340, %2365
  %2367 = fcmp ogt float %2366, 1.000000e+00
  %2368 = select i1 %2367, float 1.000000e+00, float %2366
  %2369 = fmul float %2368, 0x3FD99999A0000000
  %2370 = fsub float 1.000000e+00, %2369
  %2371 = fmul float %2315, %2370
  %2372 = fmul float %2190, 0x3FC99999A0000000
  %2373 = fadd float %2372, 0x3FECCCCCC0000000
  %2374 = fmul float %2373, 0x3FD5C28F60000000
  %2375 = fsub float %2310, %2371
  %2376 = fmul float %2236, %2375
  %2377 = fadd float %2371, %2376
  %2378 = fmul float %2371, 0x3FEF0A3D80000000
  %2379 = fsub float %2310, %2378
  %2380 = fmul float %2236, %2379
  %2381 = fadd float %2378, %2380
  %2382 = fmul float %2371, 0x3FEDC28F60000000
  %2383 = fmul float %2310, 0x3FF07AE140000000
  %2384 = fsub float %2383, %2382
  %2385 = fmul float %2236, %2384
  %2386 = fadd float %2382, %2385
  %2387 = fsub float %2374, %2377
  %2388 = fmul float %2271, %2387
  %2389 = fadd float %2377, %2388
  %2390 = getelementptr i8, ptr %2178, i64 15360
  store float %2389, ptr %2390, align 4
  %2391 = fsub float %2374, %2381
  %2392 = fmul float %2271, %2391
  %2393 = fadd float %2381, %2392
  %2394 = getelementptr i8, ptr %2178, i64 15872
  store float %2393, ptr %2394, align 4
  %2395 = fsub float %2374, %2386
  %2396 = fmul float %2271, %2395
  %2397 = fadd float %2386, %2396
  %2398 = getelementptr i8, ptr %2178, i64 16384
  store float %2397, ptr %2398, align 4
  %2399 = icmp eq i64 %2, %2177
  br i1 %2399, label %2400, label %2175
2400:
  %2401 = phi i64 [ %2402, %2400 ], [ 0, %2175 ]
  %2402 = add nuw nsw i64 %2401, 1
  %2403 = getelementptr float, ptr %1, i64 %2401
  %2404 = getelementptr i8, ptr %2403, i64 3072
  %2405 = load float, ptr %2404, align 4
  %2406 = getelementptr i8, ptr %2403, i64 3584
  %2407 = load float, ptr %2406, align 4
  %2408 = getelementptr i8, ptr %2403, i64 5120
  %2409 = load float, ptr %2408, align 4
  %2410 = getelementptr i8, ptr %2403, i64 5632
  %2411 = load float, ptr %2410, align 4
  %2412 = getelementptr i8, ptr %2403, i64 8704
  %2413 = load float, ptr %2412, align 4
  %2414 = tail call float @llvm.fabs.f32(float %2413)
  %2415 = getelementptr i8, ptr %2403, i64 9216
  %2416 = load float, ptr %2415, align 4
  %2417 = tail call float @llvm.fabs.f32(float %2416)
  %2418 = getelementptr i8, ptr %2403, i64 10752
  %2419 = load float, ptr %2418, align 4
  %2420 = getelementptr i8, ptr %2403, i64 11264
  %2421 = load float, ptr %2420, align 4
  %2422 = getelementptr i8, ptr %2403, i64 7680
  %2423 = load float, ptr %2422, align 4
  %2424 = getelementptr i8, ptr %2403, i64 8192
  %2425 = load float, ptr %2424, align 4
  %2426 = fcmp ogt float %2423, 1.000000e+00
  %2427 = select i1 %2426, float 1.000000e+00, float %2423
  %2428 = fcmp ogt float %2425, 1.000000e+00
  %2429 = select i1 %2428, float 1.000000e+00, float %2425
  %2430 = fadd float %2423, 0xC010CCCCC0000000
  %2431 = fadd float %2425, 0xC010CCCCC0000000
  %2432 = fcmp ogt float %2417, %2431
  %2433 = fmul float %2427, %2429
  %2434 = select i1 %2432, float %2433, float 0.000000e+00
  %2435 = fadd float %2431, 0x3FE6666660000000
  %2436 = fadd float %2425, 0xBFE3333340000000
  %2437 = fcmp olt float %2411, 0x3F1A36E2E0000000
  %2438 = select i1 %2437, float 0x3F1A36E2E0000000, float %2411
  %2439 = fadd float %2438, %2417
  %2440 = fcmp olt float %2436, %2439
  %2441 = select i1 %2440, float %2436, float %2439
  %2442 = fsub float %2417, %2438
  %2443 = fcmp ogt float %2435, %2442
  %2444 = select i1 %2443, float %2435, float %2442
  %2445 = fsub float %2441, %2444
  %2446 = fcmp olt float %2445, 0.000000e+00
  %2447 = select i1 %2446, float 0.000000e+00, float %2445
  %2448 = fdiv float 5.000000e-01, %2438
  %2449 = fmul float %2448, %2447
  %2450 = fmul float %2419, %2449
  %2451 = fmul float %2434, %2450
  %2452 = fdiv float %2405, 0x3FF19999A0000000
  %2453 = fdiv float %2409, 0x3FF19999A0000000
  %2454 = fcmp olt float %2453, 0x3F1A36E2E0000000
  %2455 = select i1 %2454, float 0x3F1A36E2E0000000, float %2453
  %2456 = fadd float %2452, %2455
  %2457 = tail call float @llvm.floor.f32(float %2456)
  %2458 = fmul float %2457, 5.000000e-01
  %2459 = fsub float %2456, %2457
  %2460 = fcmp olt float %2459, 0.000000e+00
  %2461 = select i1 %2460, float 0.000000e+00, float %2459
  %2462 = fcmp ogt float %2461, 5.000000e-01
  %2463 = select i1 %2462, float 5.000000e-01, float %2461
  %2464 = fadd float %2458, %2463
  %2465 = fsub float %2452, %2455
  %2466 = tail call float @llvm.floor.f32(float %2465)
  %2467 = fmul float %2466, 5.000000e-01
  %2468 = fsub float %2465, %2466
  %2469 = fcmp olt float %2468, 0.000000e+00
  %2470 = select i1 %2469, float 0.000000e+00, float %2468
  %2471 = fcmp ogt float %2470, 5.000000e-01
  %2472 = select i1 %2471, float 5.000000e-01, float %2470
  %2473 = fadd float %2467, %2472
  %2474 = fsub float %2464, %2473
  %2475 = fdiv float 5.000000e-01, %2455
  %2476 = fmul float %2475, %2474
  %2477 = fmul float %2451, %2476
  %2478 = fadd float %2431, -1.000000e+00
  %2479 = fcmp olt float %2425, %2439
  %2480 = select i1 %2479, float %2425, float %2439
  %2481 = fcmp ogt float %2478, %2442
  %2482 = select i1 %2481, float %2478, float %2442
  %2483 = fsub float %2480, %2482
  %2484 = fcmp olt float %2483, 0.000000e+00
  %2485 = select i1 %2484, float 0.000000e+00, float %2483
  %2486 = fmul float %2448, %2485
  %2487 = fmul float %2434, %2486
  %2488 = fsub float 1.000000e+00, %2487
  %2489 = fsub float 1.000000e+00, %2421
  %2490 = fmul float %2489, %2427
  %2491 = fmul float %2490, %2488
  %2492 = fcmp olt float %2409, 0x3F1A36E2E0000000
  %2493 = select i1 %2492, float 0x3F1A36E2E0000000, float %2409
  %2494 = fadd float %2493, %2414
  %2495 = fcmp ogt float %2494, 0x3FCEB851E0000000
  %2496 = select i1 %2495, float 0x3FCEB851E0000000, float %2494
  %2497 = fsub float %2414, %2493
  %2498 = fcmp olt float %2497, 0x3FBC28F5C0000000
  %2499 = select i1 %2498, float 0x3FBC28F5C0000000, float %2497
  %2500 = fsub float %2496, %2499
  %2501 = fcmp olt float %2500, 0.000000e+00
  %2502 = select i1 %2501, float 0.000000e+00, float %2500
  %2503 = fdiv float 5.000000e-01, %2493
  %2504 = fmul float %2503, %2502
  %2505 = fmul float %2504, %2491
  %2506 = fdiv float %2407, 9.000000e+00
  %2507 = fdiv float %2411, 9.000000e+00
  %2508 = fcmp olt float %2507, 0x3F1A36E2E0000000
  %2509 = select i1 %2508, float 0x3F1A36E2E0000000, float %2507
  %2510 = fadd float %2506, %2509
  %2511 = tail call float @llvm.floor.f32(float %2510)
  %2512 = fmul float %2511, 0x3FD70A3D80000000
  %2513 = fsub float %2510, %2511
  %2514 = fcmp olt float %2513, 0.000000e+00
  %2515 = select i1 %2514, float 0.000000e+00, float %2513
  %2516 = fcmp ogt float %2515, 0x3FD70A3D80000000
  %2517 = select i1 %2516, float 0x3FD70A3D80000000, float %2515
  %2518 = fadd float %2512, %2517
  %2519 = fsub float %2506, %2509
  %2520 = tail call float @llvm.floor.f32(float %2519)
  %2521 = fmul float %2520, 0x3FD70A3D80000000
  %2522 = fsub float %2519, %2520
  %2523 = fcmp olt float %2522, 0.000000e+00
  %2524 = select i1 %2523, float 0.000000e+00, float %2522
  %2525 = fcmp ogt float %2524, 0x3FD70A3D80000000
  %2526 = select i1 %2525, float 0x3FD70A3D80000000, float %2524
  %2527 = fadd float %2521, %2526
  %2528 = fsub float %2518, %2527
  %2529 = fdiv float 5.000000e-01, %2509
  %2530 = fmul float %2529, %2528
  %2531 = fcmp ogt float %2494, 0x400D851EC0000000
  %2532 = select i1 %2531, float 0x400D851EC0000000, float %2494
  %2533 = fcmp olt float %2497, 0x400C666660000000
  %2534 = select i1 %2533, float 0x400C666660000000, float %2497
  %2535 = fsub float %2532, %2534
  %2536 = fcmp olt float %2535, 0.000000e+00
  %2537 = select i1 %2536, float 0.000000e+00, float %2535
  %2538 = fmul float %2503, %2537
  %2539 = fmul float %2538, %2530
  %2540 = fadd float %2430, 0xBFDCCCCCC0000000
  %2541 = fadd float %2430, 0xBFD51EB860000000
  %2542 = fcmp olt float %2541, %2494
  %2543 = select i1 %2542, float %2541, float %2494
  %2544 = fcmp ogt float %2540, %2497
  %2545 = select i1 %2544, float %2540, float %2497
  %2546 = fsub float %2543, %2545
  %2547 = fcmp olt float %2546, 0.000000e+00
  %2548 = select i1 %2547, float 0.000000e+00, float %2546
  %2549 = fmul float %2503, %2548
  %2550 = fmul float %2549, 0x3FE6666660000000
  %2551 = fadd float %2550, %2539
  %2552 = fmul float %2491, %2551
  %2553 = fadd float %2477, %2552
  %2554 = fcmp ogt float %2414, %2430
  %2555 = select i1 %2554, float %2433, float 0.000000e+00
  %2556 = fadd float %2430, 0x3FE6666660000000
  %2557 = fadd float %2423, 0xBFE3333340000000
  %2558 = fcmp olt float %2557, %2494
  %2559 = select i1 %2558, float %2557, float %2494
  %2560 = fcmp ogt float %2556, %2497
  %2561 = select i1 %2560, float %2556, float %2497
  %2562 = fsub float %2559, %2561
  %2563 = fcmp olt float %2562, 0.000000e+00
  %2564 = select i1 %2563, float 0.000000e+00, float %2562
  %2565 = fmul float %2503, %2564
  %2566 = fmul float %2421, %2565
  %2567 = fmul float %2555, %2566
  %2568 = fdiv float %2407, 0x3FF19999A0000000
  %2569 = fdiv float %2411, 0x3FF19999A0000000
  %2570 = fcmp olt float %2569, 0x3F1A36E2E0000000
  %2571 = select i1 %2570, float 0x3F1A36E2E0000000, float %2569
  %2572 = fadd float %2568, %2571
  %2573 = tail call float @llvm.floor.f32(float %2572)
  %2574 = fmul float %2573, 5.000000e-01
  %2575 = fsub float %2572, %2573
  %2576 = fcmp olt float %2575, 0.000000e+00
  %2577 = select i1 %2576, float 0.000000e+00, float %2575
  %2578 = fcmp ogt float %2577, 5.000000e-01
  %2579 = select i1 %2578, float 5.000000e-01, float %2577
  %2580 = fadd float %2574, %2579
  %2581 = fsub float %2568, %2571
  %2582 = tail call float @llvm.floor.f32(float %2581)
  %2583 = fmul float %2582, 5.000000e-01
  %2584 = fsub float %2581, %2582
  %2585 = fcmp olt float %2584, 0.000000e+00
  %2586 = select i1 %2585, float 0.000000e+00, float %2584
  %2587 = fcmp ogt float %2586, 5.000000e-01
  %2588 = select i1 %2587, float 5.000000e-01, float %2586
  %2589 = fadd float %2583, %2588
  %2590 = fsub float %2580, %2589
  %2591 = fdiv float 5.000000e-01, %2571
  %2592 = fmul float %2591, %2590
  %2593 = fmul float %2567, %2592
  %2594 = fadd float %2553, %2593
  %2595 = fadd float %2430, -1.000000e+00
  %2596 = fcmp olt float %2423, %2494
  %2597 = select i1 %2596, float %2423, float %2494
  %2598 = fcmp ogt float %2595, %2497
  %2599 = select i1 %2598, float %2595, float %2497
  %2600 = fsub float %2597, %2599
  %2601 = fcmp olt float %2600, 0.000000e+00
  %2602 = select i1 %2601, float 0.000000e+00, float %2600
  %2603 = fmul float %2503, %2602
  %2604 = fmul float %2555, %2603
  %2605 = fsub float 1.000000e+00, %2604
  %2606 = fsub float 1.000000e+00, %2419
  %2607 = fmul float %2606, %2429
  %2608 = fmul float %2607, %2605
  %2609 = fcmp ogt float %2439, 0x3FC0A3D700000000
  %2610 = select i1 %2609, float 0x3FC0A3D700000000, float %2439
  %2611 = fcmp olt float %2442, 0.000000e+00
  %2612 = select i1 %2611, float 0.000000e+00, float %2442
  %2613 = fsub float %2610, %2612
  %2614 = fcmp olt float %2613, 0.000000e+00
  %2615 = select i1 %2614, float 0.000000e+00, float %2613
  %2616 = fmul float %2448, %2615
  %2617 = fmul float %2616, %2608
  %2618 = fcmp ogt float %2617, %2505
  %2619 = select i1 %2618, float %2617, float %2505
  %2620 = getelementptr i8, ptr %2403, i64 12800
  %2621 = load float, ptr %2620, align 4
  %2622 = fmul float %2621, 0x3FD6666660000000
  %2623 = fadd float %2622, 0x3FE19999A0000000
  %2624 = fmul float %2594, %2623
  %2625 = fcmp ogt float %2624, 1.000000e+00
  %2626 = select i1 %2625, float 1.000000e+00, float %2624
  %2627 = fmul float %2619, %2623
  %2628 = fcmp ogt float %2627, 1.000000e+00
  %2629 = select i1 %2628, float 1.000000e+00, float %2627
  %2630 = getelementptr i8, ptr %2403, i64 15360
  %2631 = load float, ptr %2630, align 4
  %2632 = getelementptr i8, ptr %2403, i64 15872
  %2633 = load float, ptr %2632, align 4
  %2634 = getelementptr i8, ptr %2403, i64 16384
  %2635 = load float, ptr %2634, align 4
  %2636 = fsub float 0x3FE19999A0000000, %2631
  %2637 = fmul float %2636, %2626
  %2638 = fadd float %2631, %2637
  %2639 = fsub float 0x3FE19999A0000000, %2633
  %2640 = fmul float %2639, %2626
  %2641 = fadd float %2633, %2640
  %2642 = fsub float 0x3FE0F5C280000000, %2635
  %2643 = fmul float %2642, %2626
  %2644 = fadd float %2635, %2643
  %2645 = fsub float 5.000000e-01, %2638
  %2646 = fmul float %2629, %2645
  %2647 = fadd float %2638, %2646
  store float %2647, ptr %2630, align 4
  %2648 = fsub float 0x3FD5C28F60000000, %2641
  %2649 = fmul float %2629, %2648
  %2650 = fadd float %2641, %2649
  store float %2650, ptr %2632, align 4
  %2651 = fsub float 0x3FAEB851E0000000, %2644
  %2652 = fmul float %2629, %2651
  %2653 = fadd float %2644, %2652
  store float %2653, ptr %2634, align 4
  %2654 = icmp eq i64 %2, %2402
  br i1 %2654, label %2655, label %2400
2655:
  %2656 = fcmp ogt double %24, 0.000000e+00
  br i1 %2656, label %174, label %489
2657:
  %2658 = fcmp ogt double %23, 0.000000e+00
  br i1 %2658, label %560, label %54
2659:
  %2660 = fcmp ogt double %23, 0.000000e+00
  br i1 %2660, label %1023, label %1728
}
declare double @llvm.fabs.f64(double)
declare float @llvm.floor.f32(float)
declare double @atan2(double, double) nounwind willreturn memory(none)
declare i64 @llvm.smin.i64(i64, i64)
declare i64 @llvm.smax.i64(i64, i64)
declare double @llvm.exp2.f64(double)
declare float @llvm.sqrt.f32(float)
declare double @llvm.sqrt.f64(double)
