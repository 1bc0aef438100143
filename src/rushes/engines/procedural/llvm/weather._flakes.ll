; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source b36229e1b05bf49c5b63a6144f68af94
; entry weather._flakes.0(float32:3:C, float64, int64, float64, float64, float64, float64, float64, float64:2:C) -> none
define void @weather._flakes.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 8
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 16
  %6 = load i64, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 24
  %8 = load i64, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 56
  %10 = load double, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 72
  %12 = load double, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 80
  %14 = load double, ptr %13, align 8
  %15 = getelementptr i8, ptr %0, i64 112
  %16 = load ptr, ptr %15, align 8
  %17 = getelementptr i8, ptr %0, i64 120
  %18 = load i64, ptr %17, align 8
  %19 = getelementptr i8, ptr %0, i64 128
  %20 = load i64, ptr %19, align 8
  %21 = tail call i64 @llvm.smin.i64(i64 %6, i64 %4)
  %22 = sitofp i64 %21 to double
  %23 = icmp slt i64 %18, 1
  br i1 %23, label %342, label %24
24:
  %25 = getelementptr i8, ptr %0, i64 104
  %26 = load double, ptr %25, align 8
  %27 = getelementptr i8, ptr %0, i64 96
  %28 = load double, ptr %27, align 8
  %29 = getelementptr i8, ptr %0, i64 88
  %30 = load double, ptr %29, align 8
  %31 = getelementptr i8, ptr %0, i64 64
  %32 = load i64, ptr %31, align 8
  %33 = sitofp i64 %6 to double
  %34 = sitofp i64 %4 to double
  %35 = fmul double %34, %33
  %36 = fmul double %22, %22
  %37 = fmul double %36, 1.780000e+00
  %38 = add i64 %32, 29
  %39 = fmul double %22, 6.000000e-03
  %40 = add nsw i64 %4, -1
  %41 = add nsw i64 %6, -1
  %42 = fmul double %30, 1.550000e+00
  %43 = fmul double %28, 1.600000e+00
  %44 = fmul double %26, 1.700000e+00
  %45 = mul i64 %8, %6
  br label %48
46:
  %47 = icmp eq i64 %50, %18
  br i1 %47, label %342, label %48
48:
  %49 = phi i64 [ 0, %24 ], [ %50, %46 ]
  %50 = add nuw nsw i64 %49, 1
  %51 = mul i64 %49, %20
  %52 = getelementptr double, ptr %16, i64 %51
  %53 = load double, ptr %52, align 8
  %54 = fmul double %14, %53
  %55 = fmul double %35, %54
  %56 = fdiv double %55, %37
  %57 = fptosi double %56 to i64
  %58 = icmp slt i64 %57, 1
  br i1 %58, label %46, label %59
59:
  %60 = mul nuw nsw i64 %49, 173
  %61 = add i64 %38, %60
  %62 = mul i64 %61, 2246822519
  %63 = add i64 %62, 668265263
  %64 = getelementptr i8, ptr %52, i64 8
  %65 = add i64 %62, 1336530526
  %66 = getelementptr i8, ptr %52, i64 16
  %67 = add i64 %62, 2004795789
  %68 = add i64 %62, 2673061052
  %69 = add i64 %62, 3055950597
  %70 = add i64 %62, 4009591578
  %71 = add i64 %62, 3341326315
  %72 = getelementptr i8, ptr %52, i64 24
  br label %112
73:
  %74 = icmp eq i64 %149, %57
  br i1 %74, label %46, label %112
75:
  %76 = icmp sgt i64 %314, 1
  br i1 %76, label %313, label %73
77:
  %78 = fmul double %340, 6.000000e-01
  %79 = fsub double 1.600000e+00, %78
  %80 = fmul double %340, %79
  %81 = fmul double %277, %80
  %82 = icmp slt i64 %331, 0
  %83 = select i1 %82, i64 %6, i64 0
  %84 = add i64 %83, %331
  %85 = mul i64 %84, %8
  %86 = getelementptr float, ptr %328, i64 %85
  %87 = load float, ptr %86, align 4
  %88 = fpext float %87 to double
  %89 = fmul double %88, 9.000000e-01
  %90 = fsub double %42, %89
  %91 = fmul double %81, %90
  %92 = fptrunc double %91 to float
  %93 = fadd float %87, %92
  store float %93, ptr %86, align 4
  %94 = getelementptr i8, ptr %86, i64 4
  %95 = load float, ptr %94, align 4
  %96 = fpext float %95 to double
  %97 = fmul double %96, 9.000000e-01
  %98 = fsub double %43, %97
  %99 = fmul double %81, %98
  %100 = fptrunc double %99 to float
  %101 = fadd float %95, %100
  store float %101, ptr %94, align 4
  %102 = getelementptr i8, ptr %86, i64 8
  %103 = load float, ptr %102, align 4
  %104 = fpext float %103 to double
  %105 = fmul double %104, 9.000000e-01
  %106 = fsub double %44, %105
  %107 = fmul double %81, %106
  %108 = fptrunc double %107 to float
  %109 = fadd float %103, %108
  store float %109, ptr %102, align 4
  br label %110
110:
  %111 = icmp sgt i64 %330, 1
  br i1 %111, label %329, label %75
112:
  %113 = phi i64 [ 0, %59 ], [ %149, %73 ]
  %114 = mul i64 %113, 374761393
  %115 = add i64 %63, %114
  %116 = lshr i64 %115, 15
  %117 = and i64 %116, 131071
  %118 = xor i64 %117, %115
  %119 = mul i64 %118, 2246822519
  %120 = lshr i64 %119, 13
  %121 = and i64 %120, 524287
  %122 = xor i64 %121, %119
  %123 = mul i64 %122, 3266489917
  %124 = and i64 %123, 4294967295
  %125 = lshr i64 %124, 16
  %126 = xor i64 %125, %124
  %127 = uitofp i64 %126 to double
  %128 = fmul double %127, 0x3DF0000000000000
  %129 = load double, ptr %64, align 8
  %130 = fmul double %129, 5.000000e-01
  %131 = fmul double %130, %22
  %132 = fmul double %128, 8.000000e-01
  %133 = fadd double %132, 6.000000e-01
  %134 = fmul double %131, %133
  %135 = load double, ptr %66, align 8
  %136 = fcmp olt double %134, 0x3FE6666666666666
  %137 = select i1 %136, double 0x3FE6666666666666, double %134
  %138 = load double, ptr %72, align 8
  %139 = fdiv double %134, %137
  br label %140
140:
  %141 = phi double [ 1.000000e+00, %112 ], [ %146, %140 ]
  %142 = phi double [ %139, %112 ], [ %147, %140 ]
  %143 = phi i1 [ false, %112 ], [ true, %140 ]
  %144 = phi i1 [ true, %112 ], [ false, %140 ]
  %145 = fmul double %141, %142
  %146 = select i1 %144, double %141, double %145
  %147 = fmul double %142, %142
  br i1 %143, label %148, label %140
148:
  %149 = add nuw nsw i64 %113, 1
  %150 = add i64 %65, %114
  %151 = lshr i64 %150, 15
  %152 = and i64 %151, 131071
  %153 = xor i64 %152, %150
  %154 = mul i64 %153, 2246822519
  %155 = lshr i64 %154, 13
  %156 = and i64 %155, 524287
  %157 = xor i64 %156, %154
  %158 = mul i64 %157, 3266489917
  %159 = and i64 %158, 4294967295
  %160 = lshr i64 %159, 16
  %161 = xor i64 %160, %159
  %162 = uitofp i64 %161 to double
  %163 = fmul double %162, 0x3DF0000000000000
  %164 = fmul double %135, %22
  %165 = fmul double %163, 5.000000e-01
  %166 = fadd double %165, 7.500000e-01
  %167 = fmul double %164, %166
  %168 = fmul double %134, 2.000000e+00
  %169 = fadd double %168, 2.000000e+00
  %170 = fmul double %169, 2.000000e+00
  %171 = fadd double %170, %34
  %172 = add i64 %67, %114
  %173 = lshr i64 %172, 15
  %174 = and i64 %173, 131071
  %175 = xor i64 %174, %172
  %176 = mul i64 %175, 2246822519
  %177 = lshr i64 %176, 13
  %178 = and i64 %177, 524287
  %179 = xor i64 %178, %176
  %180 = mul i64 %179, 3266489917
  %181 = and i64 %180, 4294967295
  %182 = lshr i64 %181, 16
  %183 = xor i64 %182, %181
  %184 = uitofp i64 %183 to double
  %185 = fmul double %184, 0x3DF0000000000000
  %186 = fmul double %10, %167
  %187 = fdiv double %186, %171
  %188 = fadd double %185, %187
  %189 = tail call double @llvm.floor.f64(double %188)
  %190 = fptosi double %189 to i64
  %191 = sitofp i64 %190 to double
  %192 = fsub double %188, %191
  %193 = fmul double %171, %192
  %194 = fsub double %193, %169
  %195 = add i64 %68, %114
  %196 = lshr i64 %195, 15
  %197 = and i64 %196, 131071
  %198 = xor i64 %197, %195
  %199 = mul i64 %198, 2246822519
  %200 = lshr i64 %199, 13
  %201 = and i64 %200, 524287
  %202 = xor i64 %201, %199
  %203 = mul i64 %202, 3266489917
  %204 = and i64 %203, 4294967295
  %205 = lshr i64 %204, 16
  %206 = xor i64 %205, %204
  %207 = uitofp i64 %206 to double
  %208 = fmul double %207, 0x3DF0000000000000
  %209 = fmul double %208, 6.000000e-01
  %210 = fadd double %209, 0x3FE6666666666666
  %211 = fmul double %12, %210
  %212 = mul i64 %190, 668265263
  %213 = add i64 %69, %114
  %214 = add i64 %213, %212
  %215 = lshr i64 %214, 15
  %216 = and i64 %215, 131071
  %217 = xor i64 %216, %214
  %218 = mul i64 %217, 2246822519
  %219 = lshr i64 %218, 13
  %220 = and i64 %219, 524287
  %221 = xor i64 %220, %218
  %222 = mul i64 %221, 3266489917
  %223 = and i64 %222, 4294967295
  %224 = lshr i64 %223, 16
  %225 = xor i64 %224, %223
  %226 = uitofp i64 %225 to double
  %227 = fmul double %226, 0x3DF0000000000000
  %228 = tail call double @llvm.fabs.f64(double %211)
  %229 = fmul double %228, %34
  %230 = fadd double %229, %169
  %231 = fmul double %230, 2.000000e+00
  %232 = fadd double %231, %33
  %233 = fmul double %232, %227
  %234 = fsub double %233, %230
  %235 = add i64 %70, %114
  %236 = lshr i64 %235, 15
  %237 = and i64 %236, 131071
  %238 = xor i64 %237, %235
  %239 = mul i64 %238, 2246822519
  %240 = lshr i64 %239, 13
  %241 = and i64 %240, 524287
  %242 = xor i64 %241, %239
  %243 = mul i64 %242, 3266489917
  %244 = and i64 %243, 4294967295
  %245 = lshr i64 %244, 16
  %246 = xor i64 %245, %244
  %247 = uitofp i64 %246 to double
  %248 = fmul double %247, 0x3DF0000000000000
  %249 = add i64 %71, %114
  %250 = lshr i64 %249, 15
  %251 = and i64 %250, 131071
  %252 = xor i64 %251, %249
  %253 = mul i64 %252, 2246822519
  %254 = lshr i64 %253, 13
  %255 = and i64 %254, 524287
  %256 = xor i64 %255, %253
  %257 = mul i64 %256, 3266489917
  %258 = and i64 %257, 4294967295
  %259 = lshr i64 %258, 16
  %260 = xor i64 %259, %258
  %261 = uitofp i64 %260 to double
  %262 = fmul double %261, 0x3DF0000000000000
  %263 = fmul double %262, 6.283200e+00
  %264 = fmul double %248, 1.400000e+00
  %265 = fadd double %264, 8.000000e-01
  %266 = fmul double %211, %194
  %267 = fmul double %10, %265
  %268 = fadd double %263, %267
  %269 = tail call double @llvm.sin.f64(double %268)
  %270 = fadd double %39, %168
  %271 = fmul double %270, %269
  %272 = fadd double %271, %266
  %273 = fadd double %272, %234
  %274 = fadd double %146, 1.500000e-01
  %275 = fcmp olt double %274, 1.000000e+00
  %276 = select i1 %275, double %274, double 1.000000e+00
  %277 = fmul double %138, %276
  %278 = fmul double %167, 2.500000e-01
  %279 = fmul double %137, 4.800000e+01
  %280 = fdiv double %278, %279
  %281 = fadd double %280, 1.000000e+00
  %282 = fmul double %137, %281
  %283 = fsub double %194, %282
  %284 = fadd double %283, -1.000000e+00
  %285 = tail call double @llvm.floor.f64(double %284)
  %286 = fptosi double %285 to i64
  %287 = tail call i64 @llvm.smax.i64(i64 %286, i64 0)
  %288 = fadd double %282, %194
  %289 = fadd double %288, 1.000000e+00
  %290 = tail call double @llvm.ceil.f64(double %289)
  %291 = fptosi double %290 to i64
  %292 = tail call i64 @llvm.smin.i64(i64 %291, i64 %40)
  %293 = fsub double %273, %137
  %294 = fadd double %293, -1.000000e+00
  %295 = tail call double @llvm.floor.f64(double %294)
  %296 = fptosi double %295 to i64
  %297 = tail call i64 @llvm.smax.i64(i64 %296, i64 0)
  %298 = sub i64 %292, %287
  %299 = icmp ugt i64 %298, 9223372036854775806
  br i1 %299, label %73, label %300
300:
  %301 = add nuw nsw i64 %298, 1
  %302 = fadd double %137, %273
  %303 = fadd double %302, 1.000000e+00
  %304 = tail call double @llvm.ceil.f64(double %303)
  %305 = fptosi double %304 to i64
  %306 = tail call i64 @llvm.smin.i64(i64 %305, i64 %41)
  %307 = add nsw i64 %306, 1
  %308 = fadd double %282, 5.000000e-01
  %309 = sub i64 %307, %297
  %310 = tail call i64 @llvm.smax.i64(i64 %309, i64 0)
  %311 = icmp slt i64 %309, 1
  %312 = fadd double %137, 5.000000e-01
  br label %313
313:
  %314 = phi i64 [ %301, %300 ], [ %316, %75 ]
  %315 = phi i64 [ %287, %300 ], [ %317, %75 ]
  %316 = add nsw i64 %314, -1
  %317 = add nuw i64 %315, 1
  br i1 %311, label %75, label %318
318:
  %319 = sitofp i64 %315 to double
  %320 = fadd double %319, 5.000000e-01
  %321 = fsub double %320, %194
  %322 = fdiv double %321, %308
  %323 = fmul double %322, %322
  %324 = icmp slt i64 %315, 0
  %325 = select i1 %324, i64 %4, i64 0
  %326 = add i64 %325, %315
  %327 = mul i64 %45, %326
  %328 = getelementptr float, ptr %2, i64 %327
  br label %329
329:
  %330 = phi i64 [ %310, %318 ], [ %332, %110 ]
  %331 = phi i64 [ %297, %318 ], [ %333, %110 ]
  %332 = add nsw i64 %330, -1
  %333 = add nuw i64 %331, 1
  %334 = sitofp i64 %331 to double
  %335 = fadd double %334, 5.000000e-01
  %336 = fsub double %335, %273
  %337 = fdiv double %336, %312
  %338 = fmul double %337, %337
  %339 = fsub double 1.000000e+00, %338
  %340 = fsub double %339, %323
  %341 = fcmp ogt double %340, 0.000000e+00
  br i1 %341, label %77, label %110
342:
  ret void
}
declare double @llvm.floor.f64(double)
declare double @llvm.fabs.f64(double)
declare double @llvm.sin.f64(double)
declare double @llvm.ceil.f64(double)
declare i64 @llvm.smin.i64(i64, i64)
declare i64 @llvm.smax.i64(i64, i64)
