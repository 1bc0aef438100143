; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source 36d1263f3648b0c9e10dd7e305200674
; entry color_grade._paint.0(uint8:3:C, float32:2:C, float32:2:C, float32, float32:2:C, uint8:3:C) -> none
define void @color_grade._paint.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 8
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 16
  %6 = load i64, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 24
  %8 = load i64, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 56
  %10 = load ptr, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 64
  %12 = load i64, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 72
  %14 = load i64, ptr %13, align 8
  %15 = getelementptr i8, ptr %0, i64 96
  %16 = load ptr, ptr %15, align 8
  %17 = getelementptr i8, ptr %0, i64 104
  %18 = load i64, ptr %17, align 8
  %19 = getelementptr i8, ptr %0, i64 112
  %20 = load i64, ptr %19, align 8
  %21 = getelementptr i8, ptr %0, i64 136
  %22 = load double, ptr %21, align 8
  %23 = fptrunc double %22 to float
  %24 = getelementptr i8, ptr %0, i64 144
  %25 = load ptr, ptr %24, align 8
  %26 = getelementptr i8, ptr %0, i64 160
  %27 = load i64, ptr %26, align 8
  %28 = getelementptr i8, ptr %0, i64 184
  %29 = load ptr, ptr %28, align 8
  %30 = getelementptr i8, ptr %0, i64 208
  %31 = load i64, ptr %30, align 8
  %32 = icmp slt i64 %4, 1
  br i1 %32, label %258, label %33
33:
  %34 = getelementptr i8, ptr %0, i64 200
  %35 = load i64, ptr %34, align 8
  %36 = icmp slt i64 %6, 1
  %37 = mul i64 %8, %6
  %38 = icmp slt i64 %12, 1
  %39 = icmp slt i64 %27, 1
  %40 = getelementptr float, ptr %25, i64 %27
  %41 = shl i64 %27, 3
  %42 = getelementptr i8, ptr %25, i64 %41
  %43 = icmp slt i64 %18, 2
  %44 = add nsw i64 %18, -1
  %45 = sitofp i64 %44 to float
  %46 = add nsw i64 %18, -2
  %47 = mul i64 %35, %31
  %48 = select i1 %43, i1 true, i1 %39
  br label %185
49:
  %50 = icmp eq i64 %187, %4
  br i1 %50, label %258, label %185
51:
  %52 = add nuw nsw i64 %192, 1
  %53 = icmp eq i64 %6, %52
  br i1 %53, label %54, label %191
54:
  br i1 %38, label %123, label %206
55:
  %56 = icmp eq i64 %12, %208
  br i1 %56, label %123, label %206
57:
  %58 = phi i64 [ %59, %57 ], [ 0, %206 ]
  %59 = add nuw nsw i64 %58, 1
  %60 = getelementptr float, ptr %25, i64 %58
  %61 = load float, ptr %60, align 4
  %62 = fmul float %211, %61
  %63 = getelementptr float, ptr %40, i64 %58
  %64 = load float, ptr %63, align 4
  %65 = fmul float %213, %64
  %66 = getelementptr float, ptr %42, i64 %58
  %67 = load float, ptr %66, align 4
  %68 = fmul float %215, %67
  %69 = fmul float %62, 0x3FCB367A00000000
  %70 = fmul float %65, 0x3FE6E2EB20000000
  %71 = fadd float %69, %70
  %72 = fmul float %68, 0x3FB27BB300000000
  %73 = fadd float %71, %72
  %74 = fsub float %62, %73
  %75 = fmul float %229, %74
  %76 = fadd float %73, %75
  %77 = fsub float %65, %73
  %78 = fmul float %229, %77
  %79 = fadd float %73, %78
  %80 = fsub float %68, %73
  %81 = fmul float %229, %80
  %82 = fadd float %73, %81
  %83 = fcmp olt float %73, 0.000000e+00
  %84 = select i1 %83, float 0.000000e+00, float %73
  %85 = fcmp ogt float %84, 1.000000e+00
  %86 = select i1 %85, float 1.000000e+00, float %84
  %87 = fmul float %223, %86
  %88 = fadd float %217, %87
  %89 = fmul float %225, %86
  %90 = fadd float %219, %89
  %91 = fmul float %227, %86
  %92 = fadd float %221, %91
  %93 = fmul float %88, 0x3FCB367A00000000
  %94 = fmul float %90, 0x3FE6E2EB20000000
  %95 = fadd float %93, %94
  %96 = fmul float %92, 0x3FB27BB300000000
  %97 = fadd float %96, %95
  %98 = fcmp olt float %97, 0x3F50624DE0000000
  %99 = select i1 %98, float 0x3F50624DE0000000, float %97
  %100 = fdiv float %73, %99
  %101 = fmul float %88, %100
  %102 = fsub float %101, %76
  %103 = fmul float %233, %102
  %104 = fadd float %76, %103
  %105 = fmul float %90, %100
  %106 = fsub float %105, %79
  %107 = fmul float %233, %106
  %108 = fadd float %79, %107
  %109 = fmul float %92, %100
  %110 = fsub float %109, %82
  %111 = fmul float %233, %110
  %112 = fadd float %82, %111
  %113 = fadd float %104, 0xBFDAE147A0000000
  %114 = fmul float %231, %113
  %115 = fadd float %236, %114
  store float %115, ptr %60, align 4
  %116 = fadd float %108, 0xBFDAE147A0000000
  %117 = fmul float %231, %116
  %118 = fadd float %236, %117
  store float %118, ptr %63, align 4
  %119 = fadd float %112, 0xBFDAE147A0000000
  %120 = fmul float %231, %119
  %121 = fadd float %236, %120
  store float %121, ptr %66, align 4
  %122 = icmp eq i64 %27, %59
  br i1 %122, label %55, label %57
123:
  br i1 %48, label %178, label %127
124:
  %125 = add nuw nsw i64 %128, 1
  %126 = icmp eq i64 %27, %125
  br i1 %126, label %178, label %127
127:
  %128 = phi i64 [ %125, %124 ], [ 0, %123 ]
  %129 = getelementptr float, ptr %25, i64 %128
  %130 = load float, ptr %129, align 4
  %131 = fmul float %130, 0x3FCB367A00000000
  %132 = getelementptr float, ptr %40, i64 %128
  %133 = load float, ptr %132, align 4
  %134 = fmul float %133, 0x3FE6E2EB20000000
  %135 = fadd float %131, %134
  %136 = getelementptr float, ptr %42, i64 %128
  %137 = load float, ptr %136, align 4
  %138 = fmul float %137, 0x3FB27BB300000000
  %139 = fadd float %135, %138
  %140 = fcmp olt float %139, 0.000000e+00
  %141 = select i1 %140, float 0.000000e+00, float %139
  %142 = fcmp ogt float %141, 1.000000e+00
  %143 = select i1 %142, float 1.000000e+00, float %141
  %144 = fmul float %143, %45
  %145 = fptosi float %144 to i32
  %146 = sext i32 %145 to i64
  %147 = tail call i64 @llvm.smin.i64(i64 %46, i64 %146)
  %148 = sitofp i64 %147 to float
  %149 = fsub float %144, %148
  %150 = icmp slt i64 %147, 0
  %151 = select i1 %150, i64 %18, i64 0
  %152 = add i64 %151, %147
  %153 = mul i64 %152, %20
  %154 = getelementptr float, ptr %16, i64 %153
  %155 = add nsw i64 %147, 1
  %156 = icmp slt i64 %147, -1
  %157 = select i1 %156, i64 %18, i64 0
  %158 = add i64 %155, %157
  %159 = mul i64 %158, %20
  %160 = getelementptr float, ptr %16, i64 %159
  br label %161
161:
  %162 = phi i64 [ 0, %127 ], [ %163, %161 ]
  %163 = add nuw nsw i64 %162, 1
  %164 = getelementptr float, ptr %154, i64 %162
  %165 = load float, ptr %164, align 4
  %166 = getelementptr float, ptr %160, i64 %162
  %167 = load float, ptr %166, align 4
  %168 = fsub float %167, %165
  %169 = fmul float %149, %168
  %170 = fadd float %165, %169
  %171 = mul i64 %162, %27
  %172 = getelementptr float, ptr %129, i64 %171
  %173 = load float, ptr %172, align 4
  %174 = fsub float %170, %173
  %175 = fmul float %174, %23
  %176 = fadd float %173, %175
  store float %176, ptr %172, align 4
  %177 = icmp eq i64 %163, 3
  br i1 %177, label %124, label %161
178:
  br i1 %36, label %49, label %179
179:
  %180 = mul i64 %47, %186
  %181 = getelementptr i8, ptr %29, i64 %180
  br label %237
182:
  %183 = add nuw nsw i64 %238, 1
  %184 = icmp eq i64 %6, %183
  br i1 %184, label %49, label %237
185:
  %186 = phi i64 [ 0, %33 ], [ %187, %49 ]
  %187 = add nuw nsw i64 %186, 1
  br i1 %36, label %54, label %188
188:
  %189 = mul i64 %37, %186
  %190 = getelementptr i8, ptr %2, i64 %189
  br label %191
191:
  %192 = phi i64 [ 0, %188 ], [ %52, %51 ]
  %193 = mul i64 %192, %8
  %194 = getelementptr i8, ptr %190, i64 %193
  %195 = getelementptr float, ptr %25, i64 %192
  br label %196
196:
  %197 = phi i64 [ 0, %191 ], [ %198, %196 ]
  %198 = add nuw nsw i64 %197, 1
  %199 = getelementptr i8, ptr %194, i64 %197
  %200 = load i8, ptr %199, align 1
  %201 = uitofp i8 %200 to float
  %202 = fmul float %201, 0x3F70101020000000
  %203 = mul i64 %197, %27
  %204 = getelementptr float, ptr %195, i64 %203
  store float %202, ptr %204, align 4
  %205 = icmp eq i64 %198, 3
  br i1 %205, label %51, label %196
206:
  %207 = phi i64 [ %208, %55 ], [ 0, %54 ]
  %208 = add nuw nsw i64 %207, 1
  %209 = mul i64 %207, %14
  %210 = getelementptr float, ptr %10, i64 %209
  %211 = load float, ptr %210, align 4
  %212 = getelementptr i8, ptr %210, i64 4
  %213 = load float, ptr %212, align 4
  %214 = getelementptr i8, ptr %210, i64 8
  %215 = load float, ptr %214, align 4
  %216 = getelementptr i8, ptr %210, i64 12
  %217 = load float, ptr %216, align 4
  %218 = getelementptr i8, ptr %210, i64 16
  %219 = load float, ptr %218, align 4
  %220 = getelementptr i8, ptr %210, i64 20
  %221 = load float, ptr %220, align 4
  %222 = getelementptr i8, ptr %210, i64 24
  %223 = load float, ptr %222, align 4
  %224 = getelementptr i8, ptr %210, i64 28
  %225 = load float, ptr %224, align 4
  %226 = getelementptr i8, ptr %210, i64 32
  %227 = load float, ptr %226, align 4
  %228 = getelementptr i8, ptr %210, i64 36
  %229 = load float, ptr %228, align 4
  %230 = getelementptr i8, ptr %210, i64 40
  %231 = load float, ptr %230, align 4
  %232 = getelementptr i8, ptr %210, i64 48
  %233 = load float, ptr %232, align 4
  %234 = getelementptr i8, ptr %210, i64 44
  %235 = load float, ptr %234, align 4
  %236 = fadd float %235, 0x3FDAE147A0000000
  br i1 %39, label %55, label %57
237:
  %238 = phi i64 [ 0, %179 ], [ %183, %182 ]
  %239 = getelementptr float, ptr %25, i64 %238
  %240 = mul i64 %238, %31
  %241 = getelementptr i8, ptr %181, i64 %240
  br label %242
242:
  %243 = phi i64 [ 0, %237 ], [ %244, %242 ]
  %244 = add nuw nsw i64 %243, 1
  %245 = mul i64 %243, %27
  %246 = getelementptr float, ptr %239, i64 %245
  %247 = load float, ptr %246, align 4
  %248 = fmul float %247, 2.550000e+02
  %249 = fadd float %248, 5.000000e-01
  %250 = fcmp olt float %249, 0.000000e+00
  %251 = select i1 %250, float 0.000000e+00, float %249
  %252 = fcmp ogt float %251, 2.550000e+02
  %253 = select i1 %252, float 2.550000e+02, float %251
  %254 = fptosi float %253 to i32
  %255 = trunc i32 %254 to i8
  %256 = getelementptr i8, ptr %241, i64 %243
  store i8 %255, ptr %256, align 1
  %257 = icmp eq i64 %244, 3
  br i1 %257, label %182, label %242
258:
  ret void
}
declare i64 @llvm.smin.i64(i64, i64)
